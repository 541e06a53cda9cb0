package org.witan.site.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that waits for whoever looks.
///
/// @param words what it is, as the page says it; no name of a victim or perpetrator
/// @param path where it is dealt with; empty when there is nothing to open
/// @param due its day; null when it has none
/// @param count how many things it stands for
public record WaitingItem(
        Section section,
        String words,
        Urgency urgency,
        String path,
        @Nullable LocalDate due,
        long count) {

    /// Something that does not press.
    public static WaitingItem ordinary(
            Section section, String words, String path, @Nullable LocalDate due, long count) {
        return new WaitingItem(section, words, Urgency.ORDINARY, path, due, count);
    }
}
