package org.witan.statistics.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.witan.statistics.place.KnoxBands;
import org.witan.statistics.place.KnoxTest;
import org.witan.statistics.place.LookingAtPlaces;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.NearRepeatsQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Tests whether one crime is followed by another near it.
@Command(
        name = "near-repeat",
        description = "Whether one crime is followed by another near it, by the Knox test.",
        mixinStandardHelpOptions = true)
final class NearRepeatCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private AskingOfPlaces asking = new AskingOfPlaces();

    @Mixin
    private PeriodAndSeed when = new PeriodAndSeed();

    @Option(
            names = "--distances",
            paramLabel = "METRES,…",
            split = ",",
            description = "Upper edges of the bands of distance; 100,200,300,400 unless said.")
    private List<Double> distances = KnoxBands.USUAL_DISTANCES;

    @Option(
            names = "--months",
            paramLabel = "MONTHS,…",
            split = ",",
            description = "Upper edges of the bands of time; 0,1,2 unless said, where 0 is the same month.")
    private List<Integer> months = List.of(0, 1, 2);

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = "How often to deal out the times; 999 unless said.")
    private int permutations = KnoxTest.USUAL_PERMUTATIONS;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (var looking = new LookingAtPlaces(places.store(), places.definitions())) {
            var outcome = looking.nearRepeats(new NearRepeatsQuestion(
                    asking.offences(),
                    asking.area(),
                    when.period(),
                    new KnoxBands(distances, months),
                    permutations,
                    when.seed(),
                    asking.snapshot()));
            return new Told<NearRepeatsAnswer>(PlacesText::of, PlacesJson::of)
                    .print(outcome, json, spec.commandLine().getOut());
        }
    }
}
