package org.witan.marac.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.witan.marac.FurtherAbuse;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.site.api.UnusableFields;
import org.witan.site.api.UnusableFields.One;

/// Further abuse as the system of an agency sends it. The bounds are those of the page.
record SentFurtherAbuse(
        @Nullable String happenedOn,
        @Nullable Boolean about,
        @Nullable String abuse,
        @Nullable String words,
        @Nullable By who,
        @Nullable KnownBy knownBy,
        @Nullable Safe safeToSpeak,
        @Nullable Emergency emergency,
        @Nullable String done) {
    private static final int WORDS = 5_000;
    private static final int DONE = 2_000;

    /// Who did it, as a system can say it: it names no record of a person.
    enum By {
        SAME,
        UNSURE
    }

    /// What it says.
    ///
    /// @param kinds the codes of what abuse may be
    /// @param says the words of what is wrong, by the end of their key
    /// @throws UnusableFields when some of it cannot be used; all of that is told at once
    FurtherAbuse told(LocalDate today, Set<String> kinds, Function<String, String> says) {
        var wrong = new ArrayList<One>();
        LocalDate day = day(today, wrong, says);
        if (abuse == null || !kinds.contains(abuse)) {
            reject(wrong, says, "abuse", abuse == null ? "missing" : "choice");
        }
        if (text(words).isEmpty()) {
            reject(wrong, says, "words", "missing");
        }
        within(wrong, says, "words", words, WORDS);
        required(wrong, says, "who", who);
        required(wrong, says, "knownBy", knownBy);
        required(wrong, says, "safeToSpeak", safeToSpeak);
        required(wrong, says, "emergency", emergency);
        within(wrong, says, "done", done, DONE);
        if (!wrong.isEmpty()) {
            throw new UnusableFields(wrong);
        }
        return new FurtherAbuse(
                Objects.requireNonNull(day),
                Boolean.TRUE.equals(about),
                Objects.requireNonNull(abuse),
                text(words),
                who == By.SAME ? Who.SAME : Who.UNSURE,
                List.of(),
                Objects.requireNonNull(knownBy),
                Objects.requireNonNull(safeToSpeak),
                Objects.requireNonNull(emergency),
                text(done));
    }

    private @Nullable LocalDate day(LocalDate today, List<One> wrong, Function<String, String> says) {
        if (happenedOn == null) {
            reject(wrong, says, "happenedOn", "missing");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(happenedOn);
            if (day.isAfter(today)) {
                reject(wrong, says, "happenedOn", "ahead");
            }
            return day;
        } catch (DateTimeParseException _) {
            reject(wrong, says, "happenedOn", "day");
            return null;
        }
    }

    private static void required(List<One> wrong, Function<String, String> says, String field, @Nullable Object value) {
        if (value == null) {
            reject(wrong, says, field, "missing");
        }
    }

    private static void within(
            List<One> wrong, Function<String, String> says, String field, @Nullable String value, int most) {
        if (text(value).length() > most) {
            reject(wrong, says, field, "long");
        } else if (!SentReferral.isOfLetters(text(value))) {
            reject(wrong, says, field, "letters");
        }
    }

    private static void reject(List<One> wrong, Function<String, String> says, String field, String code) {
        wrong.add(new One(field, code, says.apply(code)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "further abuse";
    }
}
