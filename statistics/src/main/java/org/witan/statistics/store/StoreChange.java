package org.witan.statistics.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;

/// One load's hold on a store. Nothing it writes is seen before [#commit]; a process that dies leaves the snapshot
/// before in place, and the next change clears up after it.
public final class StoreChange implements AutoCloseable {
    private final Store store;
    private final FileChannel lockChannel;
    private final Optional<Snapshot> before;
    private final String id;

    private StoreChange(Store store, FileChannel lockChannel) {
        this.store = store;
        this.lockChannel = lockChannel;
        this.before = store.findCurrent();
        this.id = Store.id(before.map(snapshot -> Store.number(snapshot.id())).orElse(0) + 1);
    }

    static StoreChange begin(Store store) {
        FileChannel channel = null;
        try {
            Files.createDirectories(store.folder());
            channel = FileChannel.open(
                    store.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new BadInput("Another load is writing to this store. Wait for it to end, then load again.");
            }
            StoreChange change = new StoreChange(store, channel);
            change.clearRemains();
            return change;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new BadInput("The store's folder cannot be written: " + reason(e) + ".", e);
        } catch (RuntimeException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    /// The snapshot that readers see meanwhile.
    public Optional<Snapshot> before() {
        return before;
    }

    /// The id that the new snapshot will have.
    public String id() {
        return id;
    }

    /// A folder for work in progress.
    public Path staging() {
        return store.folder().resolve("staging");
    }

    /// Where a new data file of this change goes.
    public Path newDataFile(String name) {
        return store.folder().resolve("data").resolve(id).resolve(name);
    }

    /// A data file's name as a manifest records it.
    public String relative(Path dataFile) {
        return store.folder().relativize(dataFile).toString().replace('\\', '/');
    }

    /// Makes the new snapshot the one that readers see, in one atomic step.
    public void commit(Snapshot snapshot) {
        try {
            for (String file :
                    snapshot.files().values().stream().flatMap(List::stream).toList()) {
                if (file.startsWith("data/" + id + "/")) {
                    force(store.folder().resolve(file));
                }
            }
            Path manifest = store.manifestFile(id);
            Files.createDirectories(manifest.getParent());
            writeAtomically(manifest, store.json(snapshot));
            writeAtomically(store.currentFile(), id + "\n");
        } catch (IOException e) {
            throw new BadInput(
                    "The new snapshot cannot be written: " + reason(e) + ". The one before is unchanged.", e);
        }
    }

    @Override
    public void close() {
        try {
            clearRemains();
        } catch (IOException e) {
            // The next change clears what this one could not.
        }
        closeQuietly(lockChannel);
    }

    private void clearRemains() throws IOException {
        int current = store.currentId().map(Store::number).orElse(0);
        refuseLostPlace(current);
        delete(staging());
        deleteNewer(store.folder().resolve("data"), current);
        deleteNewer(store.folder().resolve("snapshots"), current);
        Files.createDirectories(staging());
        Files.createDirectories(store.folder().resolve("data").resolve(id));
    }

    /// A killed load leaves at most the one snapshot after the current one. More of them are snapshots that people
    /// have used, and `CURRENT` is lost or old: nothing may be cleared away then.
    private void refuseLostPlace(int current) throws IOException {
        Path folder = store.folder().resolve("snapshots");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            boolean lost = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .anyMatch(name -> Store.number(name.replace(".json", "")) > current + 1);
            if (lost) {
                throw new BadInput("The store holds later snapshots than its file CURRENT names; restore that file from"
                        + " a backup. Nothing was loaded.");
            }
        }
    }

    private static void deleteNewer(Path folder, int current) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                int number = Store.number(name.replaceFirst("[.-].*$", ""));
                if (number > current) {
                    delete(entry);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void writeAtomically(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        force(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.resolveSibling(".").normalize());
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through it.
            }
        }
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") ? "the disk is full" : "check the folder's rights and space";
    }
}
