package org.witan.access.trail;

import java.io.IOException;

/// A file is no export of a trail.
final class NoExport extends IOException {
    private static final long serialVersionUID = 1L;

    NoExport(String words) {
        super(words);
    }
}
