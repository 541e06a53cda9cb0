package org.witan.statistics.comparison;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.store.Table;

/// What an analyst wants to know.
///
/// @param offences the name of an offence set
/// @param area a name or a code
/// @param with the earlier period; absent: the same period a year before
/// @param filters flag or dimension to the value asked for: `domestic` to `yes`
/// @param by what to break the figure down by
/// @param audience who will read it: what leaves the partnership is suppressed when small
/// @param table the table to answer from; absent: the best that covers the question
/// @param snapshot the snapshot to answer from; absent: the current one
public record Question(
        String offences,
        String area,
        Period period,
        @Nullable Period with,
        Measure measure,
        Map<String, String> filters,
        By by,
        Audience audience,
        @Nullable Table table,
        @Nullable String snapshot) {

    /// Breakdowns that a figure may carry in its rows.
    public enum By {
        NOTHING,
        MONTH,
        QUARTER,
        YEAR,
        AREA,
        OFFENCE,
        SEX
    }

    /// Who will read the figure.
    public enum Audience {
        PARTNERSHIP,
        PUBLIC
    }
}
