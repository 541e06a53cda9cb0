package org.witan.statistics.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A folder of snapshots.
///
/// ```
/// CURRENT                   the id of the snapshot that readers see
/// snapshots/S0001.json      its manifest
/// data/S0001/crime-1.parquet   immutable; later manifests may name it too
/// staging/                  a load at work; of no meaning to readers
/// lock                      held by the one load that may run
/// ```
///
/// A snapshot exists once `CURRENT` names it or a later one. Whatever a load left behind before that moment is
/// cleared away by the next load.
public final class Store {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Map<String, Snapshot> manifests = new ConcurrentHashMap<>();

    public Store(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Optional<Snapshot> findCurrent() {
        return currentId().map(this::manifest);
    }

    /// The snapshot of that id.
    ///
    /// @throws BadInput when there is none
    public Snapshot the(String id) {
        boolean known = currentId()
                .filter(current -> number(id) > 0 && number(id) <= number(current))
                .isPresent();
        if (!known) {
            throw new BadInput("There is no snapshot '" + id + "' in this store. See: witan statistics snapshots");
        }
        return manifest(id);
    }

    /// Newest first.
    public List<Snapshot> all() {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int number = currentId().map(Store::number).orElse(0); number > 0; number--) {
            snapshots.add(manifest(id(number)));
        }
        return snapshots;
    }

    /// SQL that reads one table of a snapshot, for a `FROM` clause. With no file: an empty relation with the same
    /// columns.
    public String relation(Snapshot snapshot, Table table) {
        List<String> files = snapshot.files().getOrDefault(table, List.of());
        if (files.isEmpty()) {
            String columns = table.columns().stream()
                    .map(column -> "NULL::" + column.type() + " AS " + column.name())
                    .collect(Collectors.joining(", "));
            return "(SELECT " + columns + " WHERE false)";
        }
        return reading(files.stream().map(folder::resolve).toList());
    }

    /// SQL that reads Parquet files, with further options such as `file_row_number = true`.
    ///
    /// A folder named `domestic=yes` on the way to a file must not become a column of that value.
    public static String reading(List<Path> files, String... options) {
        return Stream.concat(Stream.of("hive_partitioning = false"), Arrays.stream(options))
                .collect(Collectors.joining(
                        ", ",
                        files.stream().map(Store::onlyThis).collect(Collectors.joining(", ", "read_parquet([", "], ")),
                        ")"));
    }

    /// A path as an SQL string that a reader of files cannot take for a pattern that other files fit.
    public static String onlyThis(Path path) {
        return quoted(path).replaceAll("[\\[*?]", "[$0]");
    }

    /// A path as an SQL string.
    public static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    /// Takes the store for one load.
    ///
    /// @throws BadInput when another load holds it
    public StoreChange begin() {
        return StoreChange.begin(this);
    }

    Path currentFile() {
        return folder.resolve("CURRENT");
    }

    Path manifestFile(String id) {
        return folder.resolve("snapshots").resolve(id + ".json");
    }

    String json(Snapshot snapshot) {
        return JSON.writeValueAsString(snapshot);
    }

    Optional<String> currentId() {
        try {
            return Files.exists(currentFile())
                    ? Optional.of(Files.readString(currentFile()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(int number) {
        return String.format("S%04d", number);
    }

    static int number(@Nullable String id) {
        return id != null && id.matches("S\\d{4,8}") ? Integer.parseInt(id.substring(1)) : 0;
    }

    /// Manifests never change, so each is read once.
    private Snapshot manifest(String id) {
        return manifests.computeIfAbsent(id, this::readManifest);
    }

    private Snapshot readManifest(String id) {
        try {
            return JSON.readValue(Files.readString(manifestFile(id)), Snapshot.class);
        } catch (IOException | JacksonException e) {
            throw new BadInput("The manifest of snapshot " + id + " cannot be read; restore it from a backup.", e);
        }
    }
}
