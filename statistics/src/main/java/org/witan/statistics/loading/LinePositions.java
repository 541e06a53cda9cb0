package org.witan.statistics.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds lines by what stands in the file's bytes. The engine's own line numbers are off by one after some errors;
/// its byte positions are right.
final class LinePositions {
    private LinePositions() {}

    /// The numbers of the lines that begin at these byte offsets, counted from 0 and in rising order.
    static List<Long> lines(Path file, List<Long> offsets) {
        List<Long> lines = new ArrayList<>(offsets.size());
        byte[] buffer = new byte[1 << 18];
        long base = 0;
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0 && lines.size() < offsets.size(); read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    while (lines.size() < offsets.size() && offsets.get(lines.size()) == base + i) {
                        lines.add(line);
                    }
                    if (buffer[i] == '\n') {
                        line++;
                    }
                }
                base += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (lines.size() < offsets.size()) {
            lines.add(line);
        }
        return lines;
    }

    /// The first line that is not UTF-8; 0 when all are.
    static long firstNotUtf8(Path file) {
        long line = 0;
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (b == '\n') {
                    line++;
                    if (!isUtf8(bytes.toByteArray())) {
                        return line;
                    }
                    bytes.reset();
                }
            }
            return isUtf8(bytes.toByteArray()) ? 0 : line + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtf8(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
