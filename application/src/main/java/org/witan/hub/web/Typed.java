package org.witan.hub.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Days;
import org.witan.site.Form;

/// Reads what was typed in a form of the hub; what cannot be used is rejected.
final class Typed {
    private Typed() {}

    /// An id; null when it is none.
    static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// The id that a form carries; a new one when it carries none.
    static UUID carried(Form form, String field) {
        UUID id = id(form.value(field));
        return id == null ? UUID.randomUUID() : id;
    }

    /// The version that a form carries; none when it carries no number.
    static int version(Form form) {
        String typed = form.value("version");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
    }

    /// A text that must be there.
    static String text(Form form, String field, int longest) {
        form.required(field);
        return form.within(field, longest);
    }

    /// A day that must be there; null when it is none.
    static @Nullable LocalDate day(Form form, String field) {
        String typed = form.value(field);
        if (typed.isEmpty()) {
            form.reject(field, "missing");
            return null;
        }
        LocalDate day = Days.read(typed).orElse(null);
        if (day == null) {
            form.reject(field, "not-a-day");
        }
        return day;
    }

    /// Whether the box or the radio YES is chosen.
    static boolean yes(Form form, String field) {
        return form.values(field).contains("YES");
    }
}
