package org.witan.access.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The file beside the database that signed heads are appended to: one line each, which can be printed, countersigned
/// or sent elsewhere.
record HeadsFile(Path path) {
    private static final String FIRST_LINE =
            "# Signed heads of the trail: position, position of the head before, link, microseconds since 1970, key, signature";

    void append(Head head) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean isNew = !Files.exists(path);
        try (var file =
                Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), owner)) {
            String text = (isNew ? FIRST_LINE + "\n" : "") + head.line() + "\n";
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /// The lines, to be read one after the other.
    BufferedReader reader() throws IOException {
        return Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
    }
}
