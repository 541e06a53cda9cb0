package org.witan.site.records;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Days and times as people in England read them.
final class Times {
    static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);

    private Times() {}

    static String day(Instant at) {
        return DAY.format(at.atZone(ENGLAND));
    }

    static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(ENGLAND));
    }
}
