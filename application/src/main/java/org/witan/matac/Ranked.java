package org.witan.matac;

import java.time.LocalDate;
import java.util.List;

/// Everybody who is suspected again, for one reader and one day.
///
/// @param asked the day and what is used for it
/// @param counted what it was reckoned from
/// @param all the ranked by rank, then everybody else by score
public record Ranked(Asked asked, Counted counted, List<Scored> all) {

    /// What somebody asks.
    ///
    /// @param scale the one of that day
    public record Asked(LocalDate day, Basis basis, Scale scale) {

        /// Whether the day is before there was any scale, so that the first is used.
        public boolean isBeforeTheScale() {
            return day.isBefore(scale.since());
        }
    }

    /// What a ranking was reckoned from, as far as whoever looks may see it.
    ///
    /// @param events of the pool's months
    /// @param withoutSuspect of them, those with no suspect, which rank nobody
    /// @param notDomestic of them, those between persons whose relation is left out
    /// @param relationUnknown counted ones where no relation is recorded
    /// @param unweighed counted ones whose offence code has no weight
    public record Counted(int events, int withoutSuspect, int notDomestic, int relationUnknown, int unweighed) {}

    /// Those who stand somewhere, in their order.
    public List<Scored> in(Scored.Place place) {
        return all.stream().filter(one -> one.place() == place).toList();
    }

    /// The ranked, by rank.
    public List<Scored> ranked() {
        return in(Scored.Place.RANKED);
    }
}
