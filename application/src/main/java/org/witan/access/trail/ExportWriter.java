package org.witan.access.trail;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// Writes the sealed trail into a new file that only its owner reads. It holds personal data.
record ExportWriter(Path file) {

    /// Writes all that is sealed in the snapshot of a connection, and returns the last line.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the file exists
    ExportLine.End write(Connection connection, ExportLine.Start start) throws SQLException, IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner);
                var out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16)) {
            long[] counts = {0, 0};
            put(out, start);
            new TrailRows(connection).each(new TrailRows.Reader() {
                @Override
                public void seal(Sealed seal) throws IOException {
                    counts[0]++;
                    put(out, new ExportLine.Row(seal));
                }

                @Override
                public void head(Head head) throws IOException {
                    counts[1]++;
                    put(out, new ExportLine.Signed(head));
                }
            });
            var end = new ExportLine.End(counts[0], counts[1]);
            put(out, end);
            return end;
        }
    }

    private static void put(BufferedWriter out, ExportLine line) throws IOException {
        out.write(line.line());
        out.write('\n');
    }
}
