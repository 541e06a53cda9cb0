package org.witan.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one agency gave about one person, as far as whoever looks may see it.
///
/// @param reference what people call the record by; never a name
/// @param agency the name of the agency that gave it
/// @param bornOn the day that the date of birth was understood as
/// @param supersededAt when its agency said otherwise; null while it holds
/// @param addresses empty, too, where that part is closed
public record SourceRecord(
        UUID id,
        String reference,
        Standing standing,
        Source source,
        @Nullable String sourceKey,
        String agency,
        Instant receivedAt,
        @Nullable Instant supersededAt,
        Name name,
        String dateOfBirth,
        @Nullable LocalDate bornOn,
        String sex,
        boolean isProtected,
        Needs needs,
        List<Alias> aliases,
        List<Stated> stated,
        List<Address> addresses,
        List<SafeContact> safeContacts) {

    @Override
    public String toString() {
        return "a record of " + standing;
    }
}
