package org.witan.statistics.reference;

import java.util.Locale;

/// An offence class as the Home Office's open tables print it, normalised: `8Q`, `105A`, `4.1`, `1`.
public record OffenceCode(String value) {

    public OffenceCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An offence code cannot be blank");
        }
    }

    /// Upper case and without spaces: how printed codes are compared.
    static String tidied(String printed) {
        return printed.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
