package org.witan.hub.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.Ids;

/// Reads what was typed in a form of the hub; what cannot be used is rejected.
final class Typed {
    private Typed() {}

    /// The id that a form carries; a new one when it carries none.
    static UUID carried(Form form, String field) {
        UUID id = Ids.read(form.value(field));
        return id == null ? UUID.randomUUID() : id;
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
