package org.witan.statistics.command;

import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.witan.statistics.loading.Loading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Loads files into a new snapshot.
@Command(
        name = "load",
        description = "Load street files, Home Office tables or police extracts into a new snapshot.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; each is recognised by its header.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        boolean watched = !json
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
        try (var progress = LoadProgress.onTerminal(watched)) {
            var report = new Loading(places.store(), places.definitions(), Clock.systemUTC()).load(files, progress);
            spec.commandLine().getOut().print(json ? Json.of(report) : report.text());
        }
        return StatisticsCommand.ANSWERED;
    }
}
