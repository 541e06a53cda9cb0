package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.SourceRecord;

/// A case that a conference heard, as an agency keeps its flags about it: the last referral of it that was opened to
/// the agency and heard.
///
/// @param reference what people call it by; never a name
/// @param heard whether a meeting heard it; otherwise that was taken back, and the agency had flagged its files
/// @param metOn the day of the last meeting that heard it; null when whoever looks was not called to it
/// @param until the last day on which further abuse makes a repeat, also after a later referral that this agency sees
/// @param last what the agency said last and did not undo; null when it said nothing
/// @param persons whom it is about, as far as whoever looks may see; empty where only the case is told
public record FlaggedCase(
        UUID referral,
        String reference,
        LocalDate referredOn,
        boolean heard,
        @Nullable LocalDate metOn,
        LocalDate until,
        @Nullable Said last,
        List<SourceRecord> persons) {

    public FlaggedCase {
        persons = List.copyOf(persons);
    }

    /// Something that an agency said.
    ///
    /// @param by the name of whoever said it; null where whoever looks may not know it
    public record Said(
            UUID id, FlagWord what, Instant at, @Nullable String by) {}

    /// Whether further abuse on this day would make a repeat.
    public boolean isLive(LocalDate today) {
        return !until.isBefore(today);
    }

    /// Whether the agency still has to flag its files.
    public boolean isToSet(LocalDate today) {
        return isLive(today) && !says(FlagWord.SET);
    }

    /// Whether the agency still has to remove its flags: the window passed, and it did not say that it did.
    public boolean isToRemove(LocalDate today) {
        return !isLive(today) && !says(FlagWord.REMOVED);
    }

    /// Whether its window ends in the month of a day, and has not passed.
    public boolean lapsesInTheMonthOf(LocalDate today) {
        return isLive(today) && YearMonth.from(until).equals(YearMonth.from(today));
    }

    /// Whether this is what the agency said last.
    public boolean says(FlagWord what) {
        return last != null && last.what() == what;
    }

    FlaggedCase with(List<SourceRecord> whom) {
        return new FlaggedCase(referral, reference, referredOn, heard, metOn, until, last, whom);
    }

    @Override
    public String toString() {
        return "flags of " + referral;
    }
}
