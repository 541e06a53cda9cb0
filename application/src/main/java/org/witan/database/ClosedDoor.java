package org.witan.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Sees to it, before our server listens, that it asks everybody for a password, its superuser included.
///
/// The superuser's password is made anew at each start, through PostgreSQL's single-user mode, in which nobody can
/// connect. So there is no moment at which the server trusts a local user, and nothing to repair: data that were made
/// with trust, a lost secret, a restored backup and a start that died half way all end the same way.
record ClosedDoor(Path data, Programs programs) {
    private static final String RULES = """
            # Written by Witan at each start: what is changed here is lost.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            """;

    static Path secretFile(Path data) {
        return data.resolveSibling(data.getFileName() + ".secret");
    }

    void shut(Secret secret) throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        writeRules();
        secret.keepIn(secretFile(data));
        alone("alter role postgres password '" + secret.proof() + "'");
    }

    private void writeRules() throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        Path draft = data.resolve("pg_hba.conf.new");
        Files.writeString(draft, RULES);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.move(draft, rules, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void alone(String statement) throws IOException {
        List<String> command = new ArrayList<>(programs.command("postgres"));
        command.addAll(List.of("--single", "-D", data.toString(), "-c", "exit_on_error=on", "postgres"));
        Process server = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var input = server.outputWriter(StandardCharsets.UTF_8)) {
            input.write(statement + "\n");
        } catch (IOException closed) {
            // It ended before it read: its own words, below, say why.
        }
        String words = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (endOf(server) != 0) {
            throw new IOException("PostgreSQL does not open its data alone: " + words.strip());
        }
    }

    private static int endOf(Process server) {
        try {
            return server.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL sets its password.", interrupted);
        }
    }
}
