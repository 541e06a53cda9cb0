package org.witan.marac.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.SourceRecord;

/// A protective order about persons of a referral, as far as whoever looks may see.
///
/// @param reference of the referral; never a name
/// @param terms the one that stands first
/// @param binds whom it binds, of those whom whoever looks may see
/// @param protects whom it protects, of those whom whoever looks may see
/// @param breaches the latest first
/// @param reminder how many days before its end it is brought to mind
/// @param from the MARAC with whose transfer it came; null for what was written down here
/// @param isHeld that MARAC did not send what it forbids, as it may tell where somebody lives
public record ProtectiveOrder(
        UUID id,
        UUID referral,
        String reference,
        List<OrderTerm> terms,
        List<SourceRecord> binds,
        List<SourceRecord> protects,
        List<Breach> breaches,
        int reminder,
        @Nullable String from,
        boolean isHeld) {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    public ProtectiveOrder {
        terms = List.copyOf(terms);
        binds = List.copyOf(binds);
        protects = List.copyOf(protects);
        breaches = List.copyOf(breaches);
    }

    /// What stands.
    public OrderTerm now() {
        return terms.getFirst();
    }

    /// What stood at the end of a day; empty when it was not written down by then.
    public Optional<OrderTerm> asOf(LocalDate day) {
        return terms.stream()
                .filter(term -> !term.at().atZone(HERE).toLocalDate().isAfter(day))
                .findFirst();
    }

    /// Whether it ends soon, or ran out without a word.
    public boolean presses(LocalDate today) {
        return now().endsWithin(today, reminder) || now().ranOut(today);
    }

    /// Breaches that were not struck as wrong.
    public long breached() {
        return breaches.stream().filter(one -> one.struckBecause().isEmpty()).count();
    }

    @Override
    public String toString() {
        return "an order";
    }

    /// That somebody broke it.
    ///
    /// @param reportedTo empty when to nobody
    /// @param struckBecause why it is wrong; empty while it stands
    /// @param isOwn whether it is for whoever looks to strike it
    public record Breach(
            UUID id,
            LocalDate day,
            String words,
            String reportedTo,
            String agency,
            Instant at,
            @Nullable String by,
            String struckBecause,
            boolean isOwn) {

        @Override
        public String toString() {
            return "a breach";
        }
    }
}
