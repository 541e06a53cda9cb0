package org.witan.matac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.Nominating.Assessed;
import org.witan.matac.Nomination.Decision;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Deadlines;
import org.witan.meeting.Deadlines.What;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Settings;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;

/// Reads the meetings of MATAC: when they are, and what each has to decide.
///
/// What a meeting has to decide is made of nominations and decisions as whoever looks may see them; no agenda is
/// written. A nomination waits for the first meeting that closes on the day it was made, or later.
///
/// Half of it is the records that its pages read, which stand beside what makes them.
@Component
public class MatacMeetings {
    /// So many weeks lie between two meetings [S86].
    public static final int WEEKS = 4;
    /// So many past meetings are listed: a year of one board.
    private static final int PAST = 13;
    private static final int SOON = 7;
    private static final String WHAT = "matac meeting";

    private final Witnessing witnessing;
    private final Nominations nominations;
    private final Nominating nominating;
    private final Scheduling scheduling;
    private final KeepingBoards boards;
    private final DaysOff daysOff;
    private final Days days;

    MatacMeetings(
            Witnessing witnessing,
            Nominations nominations,
            Nominating nominating,
            Scheduling scheduling,
            KeepingBoards boards,
            DaysOff daysOff,
            Days days) {
        this.witnessing = witnessing;
        this.nominations = nominations;
        this.nominating = nominating;
        this.scheduling = scheduling;
        this.boards = boards;
        this.daysOff = daysOff;
        this.days = days;
    }

    /// A meeting with its dates.
    public record Dated(Meeting meeting, Deadlines deadlines) {

        /// The last day on which a nomination is made for it.
        public LocalDate cutOff() {
            return deadlines.day(What.CUT_OFF);
        }
    }

    /// A board, and the day on which it would meet next after those that are scheduled.
    ///
    /// @param next four weeks after the last, and not over; null when it never met
    public record Kept(Board board, @Nullable LocalDate next) {}

    /// The meetings of all boards of MATAC that whoever looks takes part in.
    ///
    /// @param coming the next first
    /// @param past the newest first
    public record Listed(List<Kept> boards, List<Dated> coming, List<Dated> past) {}

    /// What was decided about a nomination.
    public record Decided(Nomination nomination, Decision decision) {}

    /// A meeting and what it has to decide.
    ///
    /// @param waiting made by the cut-off day, and nothing decided before the day of the meeting
    /// @param takenOn who was taken on before it, to review
    /// @param decided since the day of the meeting before, up to its own day; newest first
    /// @param since the day of the meeting before; null when there was none
    /// @param late how many were made after the cut-off day and wait for a later meeting; 0 when it is over
    public record MeetingInFull(
            Dated dated,
            List<Assessed> waiting,
            List<Assessed> takenOn,
            List<Decided> decided,
            @Nullable LocalDate since,
            long late) {}

    /// The next meeting.
    ///
    /// @param waiting how many nominations wait for it
    public record Next(Meeting meeting, long waiting) {}

    /// The meetings to come and those that are over.
    public Listed list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, WHAT), shown -> {
            WorkingDays working = daysOff.workingDays(shown);
            var kept = new ArrayList<Kept>();
            var all = new ArrayList<Dated>();
            for (Board board : boards.list(shown)) {
                if (board.kind() == BoardKind.MATAC) {
                    Settings settings = boards.settings(shown, board.id());
                    List<Meeting> meetings = scheduling.of(shown, board.id());
                    kept.add(new Kept(board, next(meetings)));
                    meetings.forEach(one -> all.add(new Dated(one, Deadlines.of(one.day(), settings, working))));
                }
            }
            Comparator<Dated> first = Comparator.comparing(one -> one.meeting().startsAt());
            return new Listed(
                    kept,
                    all.stream().filter(this::isToCome).sorted(first).toList(),
                    all.stream()
                            .filter(one -> !isToCome(one))
                            .sorted(first.reversed())
                            .limit(PAST)
                            .toList());
        });
    }

    private boolean isToCome(Dated one) {
        return !one.meeting().day().isBefore(days.today());
    }

    private @Nullable LocalDate next(List<Meeting> newestFirst) {
        return newestFirst.stream()
                .filter(one -> !one.cancelled())
                .findFirst()
                .flatMap(last -> Stream.iterate(last.day().plusWeeks(WEEKS), day -> day.plusWeeks(WEEKS))
                        .filter(day -> !day.isBefore(days.today()))
                        .findFirst())
                .orElse(null);
    }

    /// A meeting and what it has to decide, as far as the persons are open to whoever looks.
    ///
    /// @throws Absent when there is no such meeting of a MATAC for this viewer
    public MeetingInFull open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, WHAT).with("meeting", id.toString()), shown -> {
            Meeting meeting = scheduling.the(shown, id);
            if (meeting.kind() != BoardKind.MATAC) {
                throw new Absent();
            }
            return inFull(shown, dated(shown, meeting));
        });
    }

    private MeetingInFull inFull(Shown shown, Dated dated) {
        LocalDate day = dated.meeting().day();
        LocalDate cutOff = dated.cutOff();
        LocalDate since = before(shown, dated.meeting()).map(Meeting::day).orElse(null);
        List<Nomination> all = nominations.all();
        List<Decided> decided = all.stream()
                .flatMap(one -> one.decisions().stream().map(decision -> new Decided(one, decision)))
                .filter(one -> !one.decision().on().isAfter(day)
                        && (since == null || !one.decision().on().isBefore(since)))
                .sorted(Comparator.comparing((Decided one) -> one.decision().on())
                        .reversed())
                .toList();
        shown.addAll(decided.stream().map(one -> one.nomination().record()).toList());
        List<Assessed> concerned = nominating.assessed(
                shown,
                (dated.meeting().cancelled() ? List.<Nomination>of() : all)
                        .stream()
                                .filter(one -> one.wasAdoptedBefore(day)
                                        || (one.waitedUntil(day) && !one.on().isAfter(cutOff)))
                                .toList());
        return new MeetingInFull(
                dated,
                concerned.stream()
                        .filter(one -> one.nomination().waitedUntil(day))
                        .toList(),
                concerned.stream()
                        .filter(one -> one.nomination().wasAdoptedBefore(day))
                        .toList(),
                decided,
                since,
                isToCome(dated) ? late(all, cutOff) : 0);
    }

    private static long late(List<Nomination> all, LocalDate cutOff) {
        return all.stream()
                .filter(one -> one.waits() && one.on().isAfter(cutOff))
                .count();
    }

    private Optional<Meeting> before(Shown shown, Meeting meeting) {
        return scheduling.of(shown, meeting.board()).stream()
                .filter(one -> !one.cancelled() && one.startsAt().isBefore(meeting.startsAt()))
                .findFirst();
    }

    /// The next meeting, when it is within a week. Inside a witnessed piece of work.
    public Optional<Next> soon(Shown shown) {
        return scheduling.next(shown, SOON).stream()
                .filter(one -> one.kind() == BoardKind.MATAC && !one.cancelled() && days.until(one.day()) <= SOON)
                .findFirst()
                .map(one -> new Next(one, nominations.waiting(dated(shown, one).cutOff())));
    }

    private Dated dated(Shown shown, Meeting meeting) {
        return new Dated(
                meeting,
                Deadlines.of(meeting.day(), boards.settings(shown, meeting.board()), daysOff.workingDays(shown)));
    }
}
