package org.witan.marac;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the conferences of some time worked, measured from what was recorded.
///
/// @param meetings that were held
/// @param cases that were heard at them
/// @param minutes how their minutes went out
/// @param equality the same cases, as the return counts them
public record Performance(
        LocalDate from,
        LocalDate until,
        LocalDate today,
        int meetings,
        List<Case> cases,
        List<Research> research,
        List<Done> actions,
        List<Came> attendance,
        Minuted minutes,
        DataReturn equality) {
    /// A repeat is looked for within so many days.
    public static final int WINDOW = 365;

    public Performance {
        cases = List.copyOf(cases);
        research = List.copyOf(research);
        actions = List.copyOf(actions);
        attendance = List.copyOf(attendance);
    }

    /// A case that was heard.
    ///
    /// @param day of the meeting
    /// @param next when it was referred again as a repeat; null while it was not
    /// @param tried whether somebody tried to reach the victim before the meeting
    /// @param reached whether they did
    public record Case(
            UUID referral,
            LocalDate referred,
            LocalDate day,
            @Nullable LocalDate next,
            boolean repeat,
            boolean tried,
            boolean reached) {

        /// Days from the referral to the meeting.
        public long waited() {
            return ChronoUnit.DAYS.between(referred, day);
        }
    }

    /// Research that was asked of an agency.
    ///
    /// @param onTime answers by the day on which they were due
    public record Research(String agency, int asked, int onTime, int late) {

        public int missing() {
            return asked - onTime - late;
        }
    }

    /// Actions of an agency that were due in that time.
    ///
    /// @param open those that remain to be done
    public record Done(String agency, int due, int onTime, int late, int notPossible, int superseded, int open) {}

    /// How often somebody came for an agency.
    ///
    /// @param meetings held while it took part
    public record Came(String agency, int meetings, int came, int apologies) {}

    /// How the minutes of these meetings went out.
    ///
    /// @param onTime that went out first by the day on which they were due
    /// @param missing that are overdue and did not go out from here
    public record Minuted(int onTime, int late, int missing) {

        /// How many were due, or went out before they were.
        public int due() {
            return onTime + late + missing;
        }
    }

    /// Days from referral to meeting, the shortest first.
    public List<Long> waits() {
        return cases.stream().map(Case::waited).sorted().toList();
    }

    /// The wait that so many of a hundred do not exceed; 0 without cases. The nearest rank, so that it is one that was
    /// waited.
    public long wait(int ofAHundred) {
        List<Long> waits = waits();
        int rank = (int) Math.ceil(waits.size() * ofAHundred / 100.0);
        return waits.isEmpty() ? 0 : waits.get(Math.max(0, rank - 1));
    }

    /// How long it took until the same case was referred again, for the referrals that were heard in that time.
    public KaplanMeier untilRepeat() {
        var spans = new ArrayList<KaplanMeier.Span>();
        for (Case one : cases) {
            LocalDate next = one.next();
            long seen = Math.min(WINDOW, ChronoUnit.DAYS.between(one.referred(), today));
            if (next != null && ChronoUnit.DAYS.between(one.referred(), next) <= seen) {
                spans.add(new KaplanMeier.Span((int) ChronoUnit.DAYS.between(one.referred(), next), true));
            } else {
                spans.add(new KaplanMeier.Span((int) seen, false));
            }
        }
        return KaplanMeier.of(spans);
    }

    /// How many of the cases were repeats when they were heard: the crude share.
    public int repeats() {
        return (int) cases.stream().filter(Case::repeat).count();
    }

    @Override
    public String toString() {
        return "performance of " + meetings + " meetings";
    }
}
