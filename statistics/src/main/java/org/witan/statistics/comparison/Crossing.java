package org.witan.statistics.comparison;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.SeriesBreak;

/// A break in the series that a comparison meets, and how much of the offence set it touches.
///
/// @param within whether the set is the one counted or the whole it is a share of
/// @param affected the set's codes that the break touches; empty when it touches all
record Crossing(SeriesBreak note, Within within, Touch touch, Set<OffenceCode> affected) {

    /// Which of a question's two sets is meant.
    enum Within {
        SET,
        WHOLE
    }

    /// How much of a set a break touches.
    enum Touch {
        NOTHING,
        /// Offences only moved between codes that the set all holds.
        NETTED_OUT,
        SOME,
        ALL
    }

    /// True when the days matter: a change lies after the first day of the earlier period and not after the
    /// last day
    /// of the later one; an abnormal stretch shares a day with either period.
    static boolean meets(SeriesBreak note, Period now, Period then) {
        return note.to() == null
                ? note.from().isAfter(then.from()) && !note.from().isAfter(now.to())
                : overlaps(note, now) || overlaps(note, then);
    }

    static boolean overlaps(SeriesBreak note, Period period) {
        var to = note.to() == null ? note.from() : note.to();
        return !note.from().isAfter(period.to()) && !to.isBefore(period.from());
    }

    /// @param codes the set's codes; empty means every offence
    static Crossing of(SeriesBreak note, Within within, Set<OffenceCode> codes) {
        if (note.codes().isEmpty()) {
            return new Crossing(note, within, Touch.ALL, Set.of());
        }
        var affected = new HashSet<>(note.codes());
        if (!codes.isEmpty()) {
            affected.retainAll(codes);
        }
        return new Crossing(note, within, touch(note, codes, affected), Set.copyOf(affected));
    }

    private static Touch touch(SeriesBreak note, Set<OffenceCode> codes, Set<OffenceCode> affected) {
        if (affected.isEmpty()) {
            return Touch.NOTHING;
        }
        if (note.netsOut() && affected.size() == note.codes().size()) {
            return Touch.NETTED_OUT;
        }
        return !codes.isEmpty() && affected.containsAll(codes) ? Touch.ALL : Touch.SOME;
    }

    /// The breaks that a comparison meets, in the order of their days.
    ///
    /// @param flags the flags the question depends on; a break of a flag matters to no other question
    /// @param national true when the area holds every other area
    static List<Crossing> all(
            List<SeriesBreak> notes,
            Period now,
            Period then,
            Set<String> flags,
            Set<String> areas,
            boolean national,
            List<Sets> sets) {
        return notes.stream()
                .filter(note -> meets(note, now, then))
                .filter(note -> note.flags().isEmpty() || note.flags().stream().anyMatch(flags::contains))
                .filter(note -> note.areas().isEmpty()
                        || national
                        || note.areas().stream().anyMatch(areas::contains))
                .sorted(Comparator.comparing(SeriesBreak::from).thenComparing(SeriesBreak::id))
                .flatMap(note -> sets.stream().map(set -> of(note, set.within(), set.codes())))
                .filter(crossing -> crossing.touch() != Touch.NOTHING)
                .toList();
    }

    /// The codes of one of the question's sets.
    record Sets(Within within, Set<OffenceCode> codes) {}
}
