package org.witan.access.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.witan.access.trail.Finding.Kind;

/// Heads of a file, read one after the other beside the chain. Two nodes that write to one file may cross each other by
/// a few lines, so a few are held and put in order.
final class HeadsBeside implements AutoCloseable {
    private static final int HELD = 64;
    private final @Nullable BufferedReader lines;
    private final Findings findings;
    private final PriorityQueue<Head> held = new PriorityQueue<>(Comparator.comparingLong(Head::position));
    private long number;
    private long read;
    private boolean atEnd;

    private HeadsBeside(@Nullable BufferedReader lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
    }

    static HeadsBeside none(Findings findings) {
        return new HeadsBeside(null, findings);
    }

    static HeadsBeside of(HeadsFile file, Findings findings) throws IOException {
        var heads = new HeadsBeside(file.reader(), findings);
        heads.fill();
        return heads;
    }

    /// The next head up to a position, taken; null when there is none.
    @Nullable
    Head upTo(long position) throws IOException {
        Head first = held.peek();
        if (first == null || first.position() > position) {
            return null;
        }
        held.poll();
        fill();
        return first;
    }

    /// How many heads were read.
    long read() {
        return read;
    }

    private void fill() throws IOException {
        while (lines != null && !atEnd && held.size() < HELD) {
            String line = lines.readLine();
            atEnd = line == null;
            number++;
            if (line != null && !line.isBlank() && !line.startsWith("#")) {
                take(line);
            }
        }
    }

    private void take(String line) {
        Head.read(line)
                .ifPresentOrElse(
                        head -> {
                            read++;
                            held.add(head);
                        },
                        () -> findings.add(Kind.HEAD, 0, "line " + number + " of the file with heads cannot be read."));
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
