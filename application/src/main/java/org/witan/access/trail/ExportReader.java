package org.witan.access.trail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.witan.access.trail.Finding.Kind;

/// Reads an export line by line. A line that cannot be read is a finding that names it; what is no export at all is
/// [NoExport].
record ExportReader(Path file, Findings findings) {
    /// Far more than the longest row: a list of some hundred thousand records.
    private static final int LONGEST = 1 << 24;

    void read(ChainCheck check) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            String first = line(in);
            if (first == null || !(ExportLine.read(first).orElse(null) instanceof ExportLine.Start)) {
                throw new NoExport("The file is no export of a trail: " + file);
            }
            long number = 1;
            boolean ended = false;
            for (String line = line(in); line != null; line = line(in)) {
                number++;
                if (ended) {
                    findings.add(Kind.INSERTED, 0, "line " + number + " stands behind the end.");
                }
                ended |= take(line, number, check);
            }
            if (!ended) {
                findings.add(Kind.CUT_OFF, 0, "the export has no end: it was cut off after line " + number + ".");
            }
        }
    }

    /// Hands a line on, and says whether it is the end.
    private boolean take(String line, long number, ChainCheck check) throws IOException {
        Optional<ExportLine> read = ExportLine.read(line);
        if (read.isEmpty()) {
            findings.add(Kind.UNREADABLE, 0, "line " + number + " cannot be read.");
            return false;
        }
        return switch (read.get()) {
            case ExportLine.Row row -> {
                check.seal(row.seal());
                yield false;
            }
            case ExportLine.Signed signed -> {
                check.head(signed.head());
                yield false;
            }
            case ExportLine.Start _ -> {
                findings.add(Kind.INSERTED, 0, "line " + number + " begins another export.");
                yield false;
            }
            case ExportLine.End end -> {
                checkEnd(end, check);
                yield true;
            }
        };
    }

    private void checkEnd(ExportLine.End end, ChainCheck check) {
        if (end.rows() != check.chain().rows() || end.heads() != check.heads()) {
            findings.add(
                    Kind.CUT_OFF,
                    0,
                    "the export says that it has " + end.rows() + " rows and " + end.heads() + " heads, and has "
                            + check.chain().rows() + " and " + check.heads() + ".");
        }
    }

    /// The next line; a blank when it is too long or no UTF-8; null at the end.
    private static @Nullable String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        boolean fits = true;
        while (next >= 0 && next != '\n') {
            fits = fits && bytes.size() < LONGEST;
            if (fits) {
                bytes.write(next);
            }
            next = in.read();
        }
        return fits ? text(bytes.toByteArray()) : "";
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return "";
        }
    }
}
