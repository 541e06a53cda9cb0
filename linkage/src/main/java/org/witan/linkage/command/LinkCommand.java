package org.witan.linkage.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.Linking;
import org.witan.linkage.accuracy.Truth;
import org.witan.linkage.model.ModelFile;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Links the records of one file or two.
@Command(
        name = "link",
        description = "Find records of the same person in one file, or between two.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..2", paramLabel = "FILE", description = "One or two CSV files, each plain or as .gz.")
    private List<Path> files = List.of();

    @Option(
            names = "--model",
            paramLabel = "MODEL.json",
            description = "A model in place of one chosen from the columns.")
    private @Nullable Path model;

    @Option(names = "--save-model", paramLabel = "MODEL.json", description = "Where to write the model that was used.")
    private @Nullable Path saveModel;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column that numbers the records.")
    private @Nullable String id;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "The same value marks true matches; only measured with.")
    private @Nullable String truth;

    @Option(names = "--both", description = "With two files: also find duplicates within each.")
    private boolean both;

    @Option(names = "--out", paramLabel = "PAIRS.csv", required = true, description = "Where to write the pairs.")
    private Path out = Path.of("");

    @Option(names = "--clusters", paramLabel = "CLUSTERS.csv", description = "Where to write each record's group.")
    private @Nullable Path clusters;

    @Option(
            names = "--reviews",
            paramLabel = "REVIEWS.csv",
            description = "Where to write the pairs for people to decide, with why.")
    private @Nullable Path reviews;

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        boolean watched = !json
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
        try (var progress = new LinkProgress(watched)) {
            LinkFiles.keepApart(files, written());
            progress.stage("reading", 0);
            Records records = new RecordFiles(files, id).read();
            Pairing pairing = files.size() == 1 || both ? Pairing.BOTH : Pairing.BETWEEN;
            Truth known = truth == null ? null : new Truth(records, truth, pairing);
            Linking.Linked linked =
                    linking(records, pairing).watchedBy(progress).link();
            progress.stage("writing", 0);
            write(linked, records);
            var report = new LinkReport(linked, known);
            spec.commandLine().getOut().print(json ? report.json() : report.text());
        }
        return PeopleCommand.DONE;
    }

    private List<Path> written() {
        List<Path> all = new ArrayList<>(List.of(out));
        Optional.ofNullable(clusters).ifPresent(all::add);
        Optional.ofNullable(reviews).ifPresent(all::add);
        Optional.ofNullable(saveModel).ifPresent(all::add);
        return all;
    }

    private Linking linking(Records records, Pairing pairing) {
        Set<String> without = new HashSet<>();
        Optional.ofNullable(id).ifPresent(without::add);
        Optional.ofNullable(truth).ifPresent(without::add);
        Linking linking = Linking.of(records).pairing(pairing).without(without);
        return model == null ? linking : linking.with(ModelFile.read(LinkFiles.text(model)));
    }

    private void write(Linking.Linked linked, Records records) {
        var writing = new LinkFiles(linked, records);
        writing.pairs(out);
        if (clusters != null) {
            writing.clusters(clusters);
        }
        if (reviews != null) {
            writing.reviews(reviews);
        }
        if (saveModel != null) {
            LinkFiles.write(saveModel, ModelFile.write(linked.model()));
        }
    }

    static UnusableRecords unreadable(Path file, Exception cause) {
        return new UnusableRecords("Cannot read %s: is it there, and a CSV file?".formatted(file.getFileName()), cause);
    }
}
