package org.witan.meeting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Reads what somebody typed on a page of meetings; what cannot be used is rejected with its field.
final class Typed {
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:.h ]?([0-5]\\d)?\\s*(am|pm)?");
    private static final int NOON = 12;

    private Typed() {}

    /// A text that must be there and not be too long.
    static String text(Form form, String field, int longest) {
        form.required(field);
        return form.within(field, longest);
    }

    /// A day that must be there.
    static @Nullable LocalDate day(Form form, String field) {
        return form.required(field).isEmpty() ? null : dayIfAny(form, field);
    }

    /// A day that may be left out.
    static @Nullable LocalDate dayIfAny(Form form, String field) {
        String typed = form.value(field);
        if (typed.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = Days.read(typed).filter(one -> one.getYear() > 1990 && one.getYear() < 2100);
        if (day.isEmpty()) {
            form.reject(field, "not-a-day");
        }
        return day.orElse(null);
    }

    /// A time of day, as "9:30", "9.30", "0930" or "2 pm".
    static @Nullable LocalTime time(Form form, String field) {
        String typed = form.required(field).toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return null;
        }
        LocalTime time = readTime(typed);
        if (time == null) {
            form.reject(field, "not-a-time");
        }
        return time;
    }

    private static @Nullable LocalTime readTime(String typed) {
        var found = TIME.matcher(typed);
        if (!found.matches()) {
            return null;
        }
        try {
            int hour = Integer.parseInt(found.group(1));
            int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            String half = found.group(3);
            if (half != null && (hour > NOON || hour == 0)) {
                return null;
            }
            return LocalTime.of(half == null ? hour : hour % NOON + ("pm".equals(half) ? NOON : 0), minute);
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }

    /// A number between two others.
    static int number(Form form, String field, int least, int most) {
        String typed = form.required(field);
        if (typed.isEmpty()) {
            return least;
        }
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            form.reject(field, "not-a-number", least, most);
            return least;
        }
        return Integer.parseInt(typed);
    }

    /// An id that was chosen; none when nothing was.
    static @Nullable UUID chosen(Form form, String field) {
        String chosen = form.value(field);
        if (chosen.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(chosen);
        } catch (IllegalArgumentException _) {
            form.reject(field, "missing");
            return null;
        }
    }

    /// What the form carries and nobody types; a form of ours always has it.
    static UUID id(Form form, String field) {
        try {
            return UUID.fromString(form.value(field));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /// The version that the form carries.
    static int version(Form form) {
        try {
            return Integer.parseInt(form.value("version"));
        } catch (NumberFormatException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /// Choices for the names of an enumeration, with the words under a prefix.
    static <E extends Enum<E>> List<Field.Choice> choices(Wording words, String prefix, E[] names) {
        return Arrays.stream(names)
                .map(name -> new Field.Choice(name.name(), words.the(prefix + "." + name.name())))
                .toList();
    }

    /// The same choices with an empty one before them, for a select.
    static List<Field.Choice> withNone(String none, List<Field.Choice> choices) {
        return Stream.concat(Stream.of(new Field.Choice("", none)), choices.stream())
                .toList();
    }
}
