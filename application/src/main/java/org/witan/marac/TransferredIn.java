package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a referral came from, when another MARAC sent it, with what came beside it as far as whoever looks may see.
///
/// @param reference of the referral; never a name
/// @param fromPerson who answers for it there; may be empty
/// @param theirReference what they call it by; may be empty
/// @param sentOn null when it is not known
/// @param first what must be known first, who referred it there and when; null where that is closed or did not come
/// @param missing what did not come, and did not come since
/// @param settled how what was missing came since
public record TransferredIn(
        UUID referral,
        String reference,
        String fromMarac,
        String fromPerson,
        String theirReference,
        @Nullable LocalDate sentOn,
        TransferWhy why,
        Instant receivedAt,
        @Nullable First first,
        List<TransferContent.Heard> hearings,
        List<TransferContent.Planned> actions,
        List<TransferContent.Assessed> assessments,
        List<ReceivedKind> missing,
        List<Settled> settled) {

    public TransferredIn {
        hearings = List.copyOf(hearings);
        actions = List.copyOf(actions);
        assessments = List.copyOf(assessments);
        missing = List.copyOf(missing);
        settled = List.copyOf(settled);
    }

    @Override
    public String toString() {
        return "origin of " + referral;
    }

    /// What must be known first, and when it was referred there.
    ///
    /// @param words may be empty
    /// @param agency that referred it there, by its name
    public record First(String words, String agency, LocalDate referredOn) {

        @Override
        public String toString() {
            return "what must be known first";
        }
    }

    /// How something that was missing came.
    public record Settled(ReceivedKind what, String words, Instant at, String by) {

        @Override
        public String toString() {
            return "settled " + what;
        }
    }

    /// Where a referral came from, in few words.
    public record Origin(
            UUID referral, String fromMarac, @Nullable LocalDate sentOn) {}
}
