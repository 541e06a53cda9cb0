package org.witan.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a person lives or lived, as given.
///
/// @param lines house and street
/// @param isProtected whoever causes harm does not know it: pages show it apart, behind a warning
public record Address(
        String lines,
        String town,
        String postcode,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean isProtected) {

    /// An address of today that is no secret.
    public static Address of(String lines, String town, String postcode) {
        return new Address(lines.strip(), town.strip(), postcode.strip(), null, null, false);
    }

    boolean isGiven() {
        return !lines.isEmpty() || !town.isEmpty() || !postcode.isEmpty();
    }

    @Override
    public String toString() {
        return "an address";
    }
}
