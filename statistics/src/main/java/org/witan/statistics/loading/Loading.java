package org.witan.statistics.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Source;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.StoreChange;
import org.witan.statistics.store.Table;

/// Loads files into a store: all of them or none.
///
/// The stages, each of which tells its progress: *recognise* by the header, *survey* the bytes, *read* in one
/// streaming pass, *check*, *replace*, *write*, *swap in*. A file whose very bytes are in the snapshot is skipped, so
/// that loading twice changes nothing.
public final class Loading {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Store store;
    private final Definitions definitions;
    private final Clock clock;

    public Loading(Store store, Definitions definitions, Clock clock) {
        this.store = store;
        this.definitions = definitions;
        this.clock = clock;
    }

    /// Loads the files in the order given; a later file corrects an earlier one.
    ///
    /// @throws BadInput when a file cannot be used; then nothing of any file is loaded
    public LoadReport load(List<Path> files, Progress progress) {
        try {
            List<Recognised> recognised = new ArrayList<>();
            for (Path file : files) {
                recognised.add(Recognised.of(file));
            }
            try (StoreChange change = store.begin()) {
                return load(recognised, change, progress);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failure(e);
        }
    }

    private LoadReport load(List<Recognised> files, StoreChange change, Progress progress) throws IOException {
        Path list = change.newDataFile("rejected.csv");
        Files.createDirectories(list.getParent());
        try (Workbench bench = Workbench.open(change.staging(), definitions);
                Writer rejected = Files.newBufferedWriter(list)) {
            rejected.write("file,line,reason\n");
            Intake intake = new Intake(bench, change, rejected, progress);
            List<FileReport> reports = new ArrayList<>();
            for (Recognised file : files) {
                reports.add(intake.take(file));
            }
            rejected.flush();
            if (reports.stream().allMatch(FileReport::alreadyLoaded)) {
                return new LoadReport(change.before().map(Snapshot::id).orElse(null), false, reports, null);
            }
            progress.stage(change.id(), "swap in");
            change.commit(intake.snapshot());
            boolean any = reports.stream().anyMatch(report -> report.rejected() > 0);
            return new LoadReport(change.id(), true, reports, any ? change.relative(list) : null);
        }
    }

    private static BadInput failure(Exception e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new BadInput(
                full
                        ? "The disk is full. Nothing was loaded; the snapshot before is unchanged."
                        : "A file could not be read or written. Nothing was loaded; the snapshot before is unchanged.",
                e);
    }

    /// Takes file after file into the snapshot to be.
    private final class Intake {
        private final Workbench bench;
        private final StoreChange change;
        private final Writer rejected;
        private final Progress progress;
        private final Replacing replacing;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        private final Map<Table, List<String>> files = new EnumMap<>(Table.class);
        private final List<Source> sources = new ArrayList<>();

        private Intake(Workbench bench, StoreChange change, Writer rejected, Progress progress) {
            this.bench = bench;
            this.change = change;
            this.rejected = rejected;
            this.progress = progress;
            this.replacing = new Replacing(bench, store, change);
            change.before().ifPresent(before -> {
                files.putAll(before.files());
                sources.addAll(before.sources());
            });
        }

        FileReport take(Recognised file) throws IOException {
            progress.stage(file.name(), "survey");
            FileSurvey survey = FileSurvey.of(file.file(), file.name(), progress);
            Optional<Source> known = sources.stream()
                    .filter(source -> source.sha256().equals(survey.sha256()))
                    .findFirst();
            if (known.isPresent()) {
                return FileReports.alreadyLoaded(file, known.get());
            }
            Table table = file.format().table();
            progress.stage(file.name(), "read");
            Staging.Staged staged = new Staging(bench, today)
                    .stage(file, survey, change.staging().resolve("staged.parquet"), progress);
            progress.stage(file.name(), "check");
            Rejecting rejecting = new Rejecting(bench, definitions.offences());
            rejecting.drop(staged, table);
            FileReports report = FileReports.count(bench, replacing, file, survey, staged);
            refuseMixture(file, report);
            report.add(rejecting.rejections(file, survey, staged, rejected));
            progress.stage(file.name(), "replace");
            FileReport done = replace(table, staged, report);
            sources.add(new Source(
                    file.name(), survey.sha256(), table, clock.instant(), done.synthetic(), done.accepted()));
            return done;
        }

        private FileReport replace(Table table, Staging.Staged staged, FileReports report) throws IOException {
            List<String> earlier = files.getOrDefault(table, List.of());
            long replaced = replacing.replaced(table, earlier, staged.parquet());
            List<String> now = new ArrayList<>(earlier);
            long displaced = 0;
            if (!earlier.isEmpty()) {
                replacing.keys(table, staged.parquet());
                Replacing.Replaced result = replacing.displace(table, earlier);
                now = new ArrayList<>(result.files());
                displaced = result.displaced();
            }
            if (report.accepted() > 0) {
                now.add(change.relative(replacing.accept(table, staged.parquet(), report.whole())));
            }
            Files.deleteIfExists(staged.parquet());
            files.put(table, List.copyOf(now));
            return report.replaced(replaced, displaced);
        }

        /// Invented and real crimes must never be counted together.
        private void refuseMixture(Recognised file, FileReports report) {
            if (report.mixesSynthetic()) {
                throw new BadInput(
                        file.name() + ": some rows are marked synthetic and some are not. Nothing was loaded.");
            }
            Table table = file.format().table();
            boolean clash = report.accepted() > 0
                    && sources.stream()
                            .anyMatch(source -> source.kind() == table
                                    && source.rows() > 0
                                    && source.synthetic() != report.synthetic());
            if (clash) {
                throw new BadInput(file.name() + ": this store holds " + (report.synthetic() ? "real" : "synthetic")
                        + " records and the file's are " + (report.synthetic() ? "synthetic" : "not")
                        + ". Use another store (--store).");
            }
        }

        Snapshot snapshot() {
            return new Snapshot(
                    change.id(),
                    clock.instant(),
                    change.before().map(Snapshot::id).orElse(null),
                    sources,
                    files,
                    new Covering(bench, store.folder()).of(files),
                    definitions.version());
        }
    }
}
