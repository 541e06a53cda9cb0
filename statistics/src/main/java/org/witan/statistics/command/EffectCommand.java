package org.witan.statistics.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.place.EffectAnswer;
import org.witan.statistics.place.EffectQuestion;
import org.witan.statistics.place.MeasuringEffects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures what changed in an area beyond what changed elsewhere.
@Command(
        name = "effect",
        description = "What changed in an area beyond what changed in comparison areas.",
        mixinStandardHelpOptions = true)
final class EffectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Mixin
    private AskingOfPlaces asking = new AskingOfPlaces();

    @Option(
            names = "--against",
            paramLabel = "NAME|CODE",
            required = true,
            description = "An area where nothing was done; may be given several times.")
    private List<String> against = List.of();

    @Option(names = "--before", paramLabel = "PERIOD", required = true, description = "For example 2021-22-Q1.")
    private String before = "";

    @Option(names = "--after", paramLabel = "PERIOD", required = true, description = "For example 2022-23-Q1.")
    private String after = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (var measuring = new MeasuringEffects(places.store(), places.definitions())) {
            var outcome = measuring.effect(new EffectQuestion(
                    asking.offences(),
                    asking.area(),
                    against,
                    Period.parse(before),
                    Period.parse(after),
                    asking.snapshot()));
            return new Told<EffectAnswer>(EffectText::of, PlacesJson::of)
                    .print(outcome, json, spec.commandLine().getOut());
        }
    }
}
