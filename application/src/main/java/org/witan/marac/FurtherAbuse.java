package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Further abuse between the persons of a referral, as somebody of an agency tells it.
///
/// @param day on which it happened, or the last on which it may have
/// @param isAbout that nobody knows the day more closely
/// @param kind what it was, by the code of an [AbuseKind]
/// @param harmers records of the alleged perpetrators of the referral who did it; empty where they are
///     not named
/// @param safe whether it is safe that agencies speak to the victim about it
/// @param done what else was done at once; empty when nothing
public record FurtherAbuse(
        LocalDate day,
        boolean isAbout,
        String kind,
        String words,
        Who who,
        List<UUID> harmers,
        KnownBy knownBy,
        Safe safe,
        Emergency emergency,
        String done) {

    public FurtherAbuse {
        harmers = List.copyOf(harmers);
    }

    /// Who did it.
    public enum Who {
        /// Those whose records are named.
        NAMED,
        /// The alleged perpetrator(s) of the referral, whom whoever tells it may not know.
        SAME,
        UNSURE
    }

    /// Where it is known from.
    public enum KnownBy {
        TOLD_BY_VICTIM,
        SEEN,
        TOLD_BY_ANOTHER
    }

    /// Whether it is safe that agencies speak to the victim about it. What nobody knows is not safe.
    public enum Safe {
        YES,
        NO,
        UNKNOWN
    }

    /// Whether 999 was called.
    public enum Emergency {
        CALLED,
        NOT_NEEDED,
        NOT_CALLED
    }

    @Override
    public String toString() {
        return "further abuse";
    }
}
