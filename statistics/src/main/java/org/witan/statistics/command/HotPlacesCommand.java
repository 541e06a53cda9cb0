package org.witan.statistics.command;

import java.util.concurrent.Callable;
import org.witan.statistics.BadInput;
import org.witan.statistics.place.HeldOutMonth;
import org.witan.statistics.place.KernelDensity;
import org.witan.statistics.place.LookingAtPlaces;
import org.witan.statistics.place.PlacesAnswer;
import org.witan.statistics.place.PlacesQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists hot places, with how well they told a held-out month.
@Command(
        name = "places",
        description = "Hot places by count and by kernel density, with how well each told the last month.",
        mixinStandardHelpOptions = true)
final class HotPlacesCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private AskingOfPlaces asking = new AskingOfPlaces();

    @Mixin
    private PeriodAndSeed when = new PeriodAndSeed();

    @Option(names = "--cell", paramLabel = "METRES", description = "The side of a cell; 100 unless said.")
    private double cell = KernelDensity.USUAL_CELL;

    @Option(names = "--bandwidth", paramLabel = "METRES", description = "The reach of the kernel; 200 unless said.")
    private double bandwidth = KernelDensity.USUAL_BANDWIDTH;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "How much of the area each way may choose in the test; 5 unless said.")
    private double share = 100 * HeldOutMonth.USUAL_SHARE;

    @Option(names = "--top", paramLabel = "N", description = "How many places to list; 10 unless said.")
    private int top = 10;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (top < 1 || top > MOST) {
            throw new BadInput("--top is a whole number from 1 to 1,000");
        }
        try (var looking = new LookingAtPlaces(places.store(), places.definitions())) {
            var outcome = looking.hotPlaces(new PlacesQuestion(
                    asking.offences(),
                    asking.area(),
                    when.period(),
                    cell,
                    bandwidth,
                    share / 100,
                    top,
                    when.seed(),
                    asking.snapshot()));
            return new Told<PlacesAnswer>(PlacesText::of, PlacesJson::of)
                    .print(outcome, json, spec.commandLine().getOut());
        }
    }
}
