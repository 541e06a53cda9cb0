package org.witan.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The programs of PostgreSQL, unpacked once into a folder that no other account of the machine may enter.
///
/// The library's own place, below the folder for temporary files, is open to every account, which could put a program
/// of its own there for us to run; and whoever tidies that folder would take a running server's files away.
record Programs(Path folder) implements PgBinaryResolver {

    /// Closes the folder to others. The one below it the library opens to everybody each time it looks for programs.
    File unpackedIn() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder.resolve("unpacked").toFile();
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    }

    /// The command that runs one of the programs of the version unpacked last.
    List<String> command(String program) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a namespace of its own it does not know that it does.
            command.addAll(List.of("unshare", "-U"));
        }
        try (var versions = Files.list(folder.resolve("unpacked"))) {
            Path newest = versions.filter(version -> Files.exists(version.resolve(".exists")))
                    .max(Comparator.comparingLong(
                            version -> version.resolve(".exists").toFile().lastModified()))
                    .orElseThrow(() -> new IOException("No programs of PostgreSQL in " + folder));
            command.add(newest.resolve("bin").resolve(program).toAbsolutePath().toString());
        }
        return command;
    }
}
