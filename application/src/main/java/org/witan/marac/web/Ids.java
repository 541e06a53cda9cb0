package org.witan.marac.web;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Form;

/// Reads ids and codes that a form carries.
final class Ids {
    private Ids() {}

    /// An id; null when it is none.
    static @Nullable UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// One of some codes; rejected as `missing` when it is none of them.
    static <T extends Enum<T>> @Nullable T code(Form form, String field, T[] all) {
        String value = form.required(field);
        T found = Arrays.stream(all)
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElse(null);
        if (found == null && !value.isEmpty()) {
            form.reject(field, "missing");
        }
        return found;
    }
}
