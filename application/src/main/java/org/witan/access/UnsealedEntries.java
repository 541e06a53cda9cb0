package org.witan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Entries of the trail that this application committed and has not seen sealed yet. Whoever owns the database cannot
/// make it forget one, so an entry that is removed before it is sealed is missed.
///
/// They also stand in a file, so that the next start remembers what this one did not live to see. It is not forced to
/// the disk: a loss of power may forget entries of the last second. Each application that runs takes a file of its own.
public final class UnsealedEntries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnsealedEntries.class);
    private static final int MOST_APPLICATIONS = 32;
    private static final int LARGE = 1 << 16;
    private static final Pattern IDENTITY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<UUID> entries = new LinkedHashSet<>();
    private final @Nullable FileChannel file;

    private UnsealedEntries(@Nullable FileChannel file) {
        this.file = file;
    }

    /// Remembers in a file, or in one beside it when another application has that one, and what a former start left
    /// there.
    public static UnsealedEntries in(Path wanted) {
        try {
            Path folder = wanted.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            for (int i = 0; i < MOST_APPLICATIONS; i++) {
                FileChannel file = taken(i == 0 ? wanted : wanted.resolveSibling(wanted.getFileName() + "." + i));
                if (file != null) {
                    var unsealed = new UnsealedEntries(file);
                    unsealed.remember();
                    return unsealed;
                }
            }
            throw new IllegalStateException("Too many applications use " + wanted);
        } catch (IOException failure) {
            throw new UncheckedIOException("What is not sealed yet cannot be remembered in " + wanted, failure);
        }
    }

    /// Remembers nothing beyond the end of a command.
    public static UnsealedEntries inMemory() {
        return new UnsealedEntries(null);
    }

    private static @Nullable FileChannel taken(Path path) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var file = FileChannel.open(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), owner);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException _) {
            // Another context of this same Java has it.
        }
        file.close();
        return null;
    }

    /// A line that was cut off when the machine stopped is no identity and is left out.
    private void remember() throws IOException {
        if (file == null) {
            return;
        }
        var content = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (content.hasRemaining() && file.read(content) >= 0) {
            // read on
        }
        new String(content.array(), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> IDENTITY.matcher(line).matches())
                .map(UUID::fromString)
                .forEach(entries::add);
    }

    /// Says that an entry has been committed. A disk that is full must not make of work that is done a failure: the
    /// entry is then remembered while this application lives.
    synchronized void add(UUID entry) {
        if (entries.add(entry)) {
            try {
                write(List.of(entry));
            } catch (UncheckedIOException failure) {
                LOG.error("What is not sealed yet cannot be written beside the database.", failure);
            }
        }
    }

    /// Those that were committed and not seen sealed, oldest first.
    public synchronized List<UUID> entries() {
        return List.copyOf(entries);
    }

    /// Forgets entries that have been seen sealed.
    public synchronized void sealed(Collection<UUID> seen) {
        seen.forEach(entries::remove);
        if (file != null) {
            try {
                if (file.size() > LARGE || (entries.isEmpty() && file.size() > 0)) {
                    file.truncate(0);
                    write(entries);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void write(Collection<UUID> some) {
        if (file == null || some.isEmpty()) {
            return;
        }
        try {
            var lines = some.stream().map(id -> id + "\n").collect(Collectors.joining());
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            file.position(file.size());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
