package org.witan.site.administration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.witan.site.Days;
import org.witan.site.Form;

/// Reads what an administrator typed; what cannot be used is rejected with its field.
final class Typing {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");

    private Typing() {}

    /// A text that must be there and not be too long.
    static String text(Form form, String field, int longest) {
        String text = form.required(field);
        if (text.length() > longest) {
            form.reject(field, "long", longest);
        }
        return text;
    }

    /// A day that must be there.
    static Optional<LocalDate> day(Form form, String field) {
        String typed = form.required(field);
        return typed.isEmpty() ? Optional.empty() : readDay(form, field, typed);
    }

    /// A day that may be left out.
    static Optional<LocalDate> dayIfAny(Form form, String field) {
        String typed = form.value(field);
        return typed.isEmpty() ? Optional.empty() : readDay(form, field, typed);
    }

    private static Optional<LocalDate> readDay(Form form, String field, String typed) {
        Optional<LocalDate> day = Days.read(typed);
        if (day.isEmpty()) {
            form.reject(field, "not-a-day");
        }
        return day;
    }

    /// An e-mail address.
    static String email(Form form, String field) {
        String email = form.required(field);
        if (!email.isEmpty()
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            form.reject(field, "not-an-email");
        }
        return email;
    }

    /// A postcode without blanks, in capitals; empty when none was typed.
    static Optional<String> postcode(Form form, String field) {
        String postcode = form.value(field).replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        if (!postcode.isEmpty() && !POSTCODE.matcher(postcode).matches()) {
            form.reject(field, "not-a-postcode");
        }
        return postcode.isEmpty() ? Optional.empty() : Optional.of(postcode);
    }

    /// One of some names.
    static <E extends Enum<E>> Optional<E> oneOf(Form form, String field, E[] names) {
        String chosen = form.value(field);
        Optional<E> one =
                Arrays.stream(names).filter(name -> name.name().equals(chosen)).findFirst();
        if (one.isEmpty()) {
            form.reject(field, "missing");
        }
        return one;
    }

    /// What the form carries and nobody types; a form of ours always has it.
    static UUID id(Form form, String field) {
        try {
            return UUID.fromString(form.value(field));
        } catch (IllegalArgumentException _) {
            throw unusable();
        }
    }

    /// A number that the form carries.
    static int number(Form form, String field) {
        try {
            return Integer.parseInt(form.value(field));
        } catch (NumberFormatException _) {
            throw unusable();
        }
    }

    static ResponseStatusException unusable() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
