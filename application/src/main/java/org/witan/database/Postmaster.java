package org.witan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the server that uses a folder says of itself in its `postmaster.pid`.
///
/// @param data the folder
/// @param pid its process
/// @param port where it listens
/// @param ready whether it takes connections
record Postmaster(Path data, long pid, int port, boolean ready) {
    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// Absent when no server uses the folder, or one has only begun to.
    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            int port = ready ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
            return Optional.of(new Postmaster(
                    data, Math.abs(Long.parseLong(lines.getFirst().strip())), port, ready));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Stops it, if it still runs. Only whoever holds the folder's lock may.
    ///
    /// After a crash of the machine its number may be another program's. That one is left alone, and the file that
    /// names it is removed, as PostgreSQL would refuse to start for it.
    void stop() throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.filter(this::isOurs).isPresent()) {
            process.get().destroy();
            await(process.get());
        } else if (process.filter(Postmaster::isAnotherProgram).isPresent()) {
            Files.deleteIfExists(data.resolve(FILE));
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return isPostgres(process)
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
    }

    private static boolean isAnotherProgram(ProcessHandle process) {
        return process.info().command().isPresent() && !isPostgres(process);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the former server stops.", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new DatabaseUnusable(
                    "A server left behind, process " + process.pid() + ", does not stop. End it and start again.",
                    failure);
        }
    }
}
