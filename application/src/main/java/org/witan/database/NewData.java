package org.witan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Tells data that are still being made from data that a server has worked on.
///
/// A mark beside the folder stands from before the first file is written until the folder is whole, which is before a
/// server first runs. What a start that died left under the mark holds nothing yet, so it is made again.
record NewData(Path data) {

    void begin() throws IOException {
        if (Files.exists(mark())) {
            remove();
        }
        if (!Files.exists(data) || isEmpty()) {
            Files.createDirectories(mark().toAbsolutePath().getParent());
            Files.writeString(mark(), "The folder beside this file is being made.\n");
        }
    }

    void done() throws IOException {
        Files.deleteIfExists(mark());
    }

    Path mark() {
        return data.resolveSibling(data.getFileName() + ".unfinished");
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
