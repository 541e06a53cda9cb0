package org.witan.access.trail;

import java.util.ArrayList;
import java.util.List;
import org.witan.access.trail.Finding.Kind;

/// What a verification found: the first thousand, and how many there are.
final class Findings {
    private static final int MOST = 1_000;
    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(Kind kind, long position, String entry, String words) {
        keep(new Finding(kind, position, entry, words));
    }

    void add(Kind kind, long position, String words) {
        keep(new Finding(kind, position, null, words));
    }

    private void keep(Finding finding) {
        count++;
        if (first.size() < MOST) {
            first.add(finding);
        }
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
