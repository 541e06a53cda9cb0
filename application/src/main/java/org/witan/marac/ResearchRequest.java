package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one item of an agenda asks of an agency.
///
/// @param id of the item
/// @param reference of the referral; never a name
/// @param dueOn the day on which the answer is due, as the board has set it
/// @param answer what the agency answered; null while it did not
/// @param persons as far as whoever looks may see
public record ResearchRequest(
        UUID id,
        UUID meeting,
        UUID referral,
        String reference,
        Instant startsAt,
        LocalDate dueOn,
        @Nullable Research answer,
        List<Referral.Person> persons) {

    public ResearchRequest {
        persons = List.copyOf(persons);
    }

    /// Stands for what the agency answered: another version, another answer.
    public String version() {
        String state = answer == null
                ? "none"
                : answer.id() + " "
                        + answer.items().stream()
                                .map(item -> item.id().toString())
                                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "a request for research";
    }
}
