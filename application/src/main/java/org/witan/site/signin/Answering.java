package org.witan.site.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What the pages of signing in say alike: times, and that there were too many tries.
final class Answering {
    static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK).withZone(ENGLAND);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ENGLAND);

    private Answering() {}

    /// A moment as day and time in England.
    static String dayAndTime(Instant moment) {
        return DAY_AND_TIME.format(moment);
    }

    /// A moment as time of the day in England.
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /// Tells whoever asks to wait, and returns the whole minutes, rounded up, for the words.
    static long waitFor(Duration time, HttpServletResponse response) {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", String.valueOf(time.toSeconds()));
        return time.plusSeconds(59).toMinutes();
    }
}
