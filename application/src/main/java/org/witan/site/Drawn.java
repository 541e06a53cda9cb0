package org.witan.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture as `components/table :: picture` shows it, with its table beside it.
///
/// @param id what its heading is called on the page
/// @param svg the picture, every word in it escaped; empty when a table alone serves better
/// @param notes what the marks in the picture stand for
/// @param table null where it stands elsewhere on the page
public record Drawn(
        String id,
        String heading,
        String svg,
        List<String> notes,
        @Nullable Table table) {
    public Drawn {
        notes = List.copyOf(notes);
    }
}
