package org.witan.statistics.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the snapshots of a store.
@Command(
        name = "snapshots",
        description = "List the snapshots of the store, newest first.",
        mixinStandardHelpOptions = true)
final class SnapshotsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var snapshots = places.store().all();
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.of(Map.of(
                    "snapshots",
                    snapshots.stream().map(SnapshotsCommand::object).toList())));
        } else if (snapshots.isEmpty()) {
            out.println("Nothing is loaded in this store yet.");
        } else {
            snapshots.forEach(snapshot -> out.println(line(snapshot)));
        }
        return StatisticsCommand.ANSWERED;
    }

    private static Map<String, Object> object(Snapshot snapshot) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", snapshot.id());
        object.put("taken_at", snapshot.takenAt().toString());
        object.put("parent", snapshot.parent());
        object.put("definitions", snapshot.definitions());
        object.put("rows", rows(snapshot));
        object.put("sources", snapshot.sources().stream().map(Json::source).toList());
        return object;
    }

    private static String line(Snapshot snapshot) {
        var newest =
                snapshot.sources().isEmpty() ? "" : snapshot.sources().getLast().name();
        return "%s  %s  %,d rows from %d files, the newest %s"
                .formatted(
                        snapshot.id(),
                        snapshot.takenAt(),
                        rows(snapshot),
                        snapshot.sources().size(),
                        newest);
    }

    private static long rows(Snapshot snapshot) {
        return snapshot.sources().stream().mapToLong(Source::rows).sum();
    }
}
