package org.witan.database;

import java.nio.file.Path;

/// PostgreSQL's programs, unpacked once for all tests and kept for the next run.
final class UnpackedOnce {
    static final Path FOLDER = Path.of("target", "postgres-programs");

    private UnpackedOnce() {}

    static EmbeddedServer serverIn(Path data) {
        return EmbeddedServer.startIn(data, FOLDER);
    }
}
