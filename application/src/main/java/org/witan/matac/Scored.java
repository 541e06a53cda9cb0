package org.witan.matac;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alleged perpetrator with what the police recorded of them, as far as whoever looks may see it, and the score that
/// comes of it.
///
/// @param record one of their records, by which they are known
/// @param place whether they are ranked, and why not
/// @param rank among the ranked; those whose printed scores are alike share it; 0 when they are not ranked
/// @param events of the pool's months in which they are suspected
/// @param recent those of the months of frequency
/// @param victims different persons who were harmed in them
/// @param harm sum of the starting points, in days
/// @param unweighed events whose offence code has no weight: they add nothing to the harm
/// @param harmed events in which they are the victim
/// @param bornOn null when it is not known, or when their records differ about it
/// @param sex as recorded, in small letters; empty when it is not, `mixed` when their records differ
/// @param score weighted sum of the parts, 0 to 100
public record Scored(
        UUID record,
        Place place,
        int rank,
        int events,
        int recent,
        LocalDate lastOn,
        int victims,
        double harm,
        int unweighed,
        int harmed,
        @Nullable LocalDate bornOn,
        String sex,
        Parts parts,
        double score) {

    /// The four parts, 0 to 100 each.
    public record Parts(double recency, double frequency, double gravity, double victims) {}

    /// Where somebody stands.
    public enum Place {
        /// In the pool, and ranked.
        RANKED,
        /// Would be ranked, but how old they are is not known. Told apart, never dropped.
        AGE_UNKNOWN,
        /// Would be ranked, but has died.
        DIED,
        /// Would be ranked, but is too young: a child. Counted only.
        TOO_YOUNG,
        /// Suspected again and again, of too few victims for the pool.
        REPEAT,
        /// Suspected of too few events.
        FEW
    }

    /// The score as it is printed, by which the ranks are made.
    public double printed() {
        return Math.round(score * 10) / 10.0;
    }

    /// Whether they are suspected against two victims or more.
    public boolean isSerial() {
        return place != Place.REPEAT && place != Place.FEW;
    }

    @Override
    public String toString() {
        return "a score";
    }
}
