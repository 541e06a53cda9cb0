package org.witan.statistics.loading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.witan.statistics.BadInput;

/// One pass over a file's bytes before anything is parsed: its SHA-256, and how many lines it truly has.
///
/// A CSV reader that meets a stray quotation mark can swallow thousands of lines into one field and report
/// nothing. So lines are counted here without knowing CSV; loading then demands that every line is either a row or a
/// rejection. A field may therefore hold no line break, which none of our three inputs needs.
///
/// @param rows lines that are not blank, without the header
/// @param blankLines the numbers of blank lines, in order
record FileSurvey(String sha256, long rows, List<Long> blankLines) {
    private static final int BUFFER = 1 << 18;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_BLANK_LINES = 100_000;

    static FileSurvey of(Path file, String name, Progress progress) throws IOException {
        try (ExecutorService hashing = Executors.newSingleThreadExecutor()) {
            Future<String> sha256 = hashing.submit(() -> sha256(file));
            Counter counter;
            try {
                counter = count(file, name, progress);
            } catch (BadInput refused) {
                hashing.shutdownNow();
                throw refused;
            }
            return new FileSurvey(sha256.get(), counter.rows(), counter.blankLines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("The load was interrupted; nothing was loaded.", e);
        } catch (ExecutionException e) {
            throw new IOException("The file could not be read to its end", e);
        }
    }

    private static Counter count(Path file, String name, Progress progress) throws IOException {
        long size = Files.size(file);
        Counter counter = new Counter(name);
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                counter.count(buffer, read);
                done += read;
                progress.done((double) done / size);
            }
        }
        return counter;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digester();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0 && !Thread.interrupted(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// Counts lines byte by byte; refuses what no table of ours can hold.
    private static final class Counter {
        private final String name;
        private long lines;
        private final List<Long> blankLines = new ArrayList<>();
        private long lineStart;
        private long position;
        private int quotes;
        private boolean carriageReturn;

        private Counter(String name) {
            this.name = name;
        }

        void count(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b <= '"' && b >= 0) {
                    special(b, position + i);
                }
            }
            position += length;
            if (position - lineStart > LONGEST_LINE + (long) length) {
                throw tooLong();
            }
        }

        private void special(byte b, long at) {
            switch (b) {
                case '\n' -> endLine(at);
                case '"' -> quotes++;
                case '\r' -> carriageReturn = true;
                case 0 ->
                    throw new BadInput(name + ", line " + (lines + 1)
                            + ": a zero byte. This is not a CSV file in UTF-8; save it as one and load it again.");
                default -> {
                    // Spaces, tabs and other characters below the quotation mark mean nothing here.
                }
            }
        }

        private void endLine(long at) {
            long length = at - lineStart;
            if (length > LONGEST_LINE) {
                throw tooLong();
            }
            if (length == 0 || (length == 1 && carriageReturn)) {
                addBlank();
            }
            lines++;
            if ((quotes & 1) == 1) {
                throw new BadInput(
                        name + ", line " + lines
                                + ": a quotation mark opens and does not close on the same line. Mend the line and load again.");
            }
            quotes = 0;
            carriageReturn = false;
            lineStart = at + 1;
        }

        long rows() {
            if (position > lineStart) {
                endLine(position);
            }
            return Math.max(0, lines - blankLines.size() - 1);
        }

        private void addBlank() {
            if (blankLines.size() == MOST_BLANK_LINES) {
                throw new BadInput(
                        name + ": more than " + MOST_BLANK_LINES + " blank lines; mend the file and load again.");
            }
            blankLines.add(lines + 1);
        }

        private BadInput tooLong() {
            return new BadInput(name + ", line " + (lines + 1)
                    + ": longer than 1 MiB. This is not a table of recorded crime, or its line ends are lost.");
        }
    }
}
