package org.witan.matac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.matac.MatacMeetings.Dated;
import org.witan.matac.MatacMeetings.Decided;
import org.witan.matac.MatacMeetings.Kept;
import org.witan.matac.MatacMeetings.Listed;
import org.witan.matac.MatacMeetings.MeetingInFull;
import org.witan.meeting.Deadlines.What;
import org.witan.meeting.Meeting;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the pages of the meetings of MATAC.
@Component
class MatacMeetingPages {
    private final NominationLines lines;
    private final Wording words;
    private final Days days;

    MatacMeetingPages(NominationLines lines, Wording words, Days days) {
        this.lines = lines;
        this.words = words;
        this.days = days;
    }

    ListPage list(Viewer viewer, Listed listed) {
        boolean keeps = viewer.role().leads();
        return new ListPage(
                listed.coming().stream().map(this::row).toList(),
                listed.past().stream().map(this::row).toList(),
                listed.boards().stream()
                        .map(one -> new Link(
                                "/meetings/boards/" + one.board().id(),
                                words.the(
                                        "matac.meetings.boards.open",
                                        one.board().name())))
                        .toList(),
                listed.boards().stream()
                        .filter(one -> one.board().keeps())
                        .map(this::schedule)
                        .toList(),
                keeps);
    }

    private Link schedule(Kept kept) {
        String path = "/meetings/boards/" + kept.board().id() + "/schedule";
        String name = kept.board().name();
        LocalDate next = kept.next();
        return next == null
                ? new Link(path, words.the("matac.meetings.schedule", name))
                : new Link(path + "?day=" + next, words.the("matac.meetings.schedule.next", name, Days.words(next)));
    }

    private Row row(Dated one) {
        Meeting meeting = one.meeting();
        return new Row(
                meeting.id(),
                Days.words(meeting.startsAt()),
                meeting.boardName(),
                day(one.cutOff()),
                day(one.deadlines().day(What.LIST_OUT)),
                meeting.cancelled(),
                meeting.moved() > 0 && !meeting.cancelled());
    }

    private String day(LocalDate day) {
        return day.isBefore(days.today()) ? words.the("matac.meetings.over", Days.words(day)) : Days.words(day);
    }

    MeetingPage meeting(Viewer viewer, MeetingInFull found) {
        Meeting meeting = found.dated().meeting();
        String cutOff = Days.words(found.dated().cutOff());
        LocalDate since = found.since();
        // A meeting that is over is shown as it stood then.
        LocalDate asOf = meeting.day().isBefore(days.today()) ? meeting.day() : LocalDate.MAX;
        return new MeetingPage(
                meeting.id(),
                meeting.boardName(),
                Days.words(meeting.startsAt()),
                told(meeting),
                dates(found.dated()),
                words.the("matac.meeting.waiting", found.waiting().size()),
                words.the(
                        found.waiting().isEmpty() ? "matac.meeting.waiting.none" : "matac.meeting.waiting.text",
                        cutOff),
                found.waiting().stream()
                        .map(one -> lines.line(viewer, one, asOf))
                        .toList(),
                found.late() == 0 ? "" : words.the("matac.meeting.late", found.late(), cutOff),
                words.the("matac.meeting.taken-on", found.takenOn().size()),
                found.takenOn().stream()
                        .map(one -> lines.line(viewer, one, asOf))
                        .toList(),
                words.the(since == null ? "matac.meeting.decided.first" : "matac.meeting.decided"),
                since == null
                        ? ""
                        : words.the("matac.meeting.decided.text", Days.words(since), Days.words(meeting.day())),
                found.decided().stream().map(this::decided).toList(),
                know());
    }

    private List<String> told(Meeting meeting) {
        var told = new ArrayList<String>();
        String cancelled = meeting.cancelledBecause();
        if (cancelled != null) {
            told.add(words.the("matac.meeting.is-cancelled", cancelled));
        }
        var movedAt = meeting.movedAt();
        if (movedAt != null) {
            told.add(words.the("matac.meeting.is-moved", Days.words(movedAt), meeting.setBy(), meeting.movedBecause()));
        }
        return told;
    }

    private List<Fact> dates(Dated dated) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("matac.meetings.cut-off", day(dated.cutOff())));
        facts.add(fact("matac.meetings.list-out", day(dated.deadlines().day(What.LIST_OUT))));
        facts.add(fact("matac.meetings.research-due", day(dated.deadlines().day(What.RESEARCH_DUE))));
        if (!dated.meeting().place().isEmpty()) {
            facts.add(fact("matac.meeting.place", dated.meeting().place()));
        }
        return facts;
    }

    private Fact fact(String term, String detail) {
        return new Fact(words.the(term), List.of(detail));
    }

    private DecidedLine decided(Decided one) {
        return new DecidedLine(
                lines.path(one.nomination()), lines.who(one.nomination()), lines.decision(one.decision()));
    }

    private List<String> know() {
        var know = new ArrayList<String>();
        know.add(words.the("matac.meeting.seen"));
        know.addAll(lines.know());
        know.add(words.the("matac.meeting.actions"));
        return know;
    }

    /// All meetings.
    ///
    /// @param schedule where the next ones are scheduled, for whoever keeps a board
    /// @param keeps whether whoever looks may add a board
    record ListPage(List<Row> coming, List<Row> past, List<Link> boards, List<Link> schedule, boolean keeps) {}

    /// One meeting of the list.
    record Row(UUID id, String starts, String board, String cutOff, String listOut, boolean cancelled, boolean moved) {}

    /// A link in words.
    record Link(String path, String words) {}

    /// One meeting.
    ///
    /// @param told that it was cancelled or moved
    /// @param late how many nominations came too late; empty when none did
    /// @param between from when to when it was decided; empty before the first meeting
    record MeetingPage(
            UUID id,
            String board,
            String starts,
            List<String> told,
            List<Fact> dates,
            String waitingHeading,
            String waitingText,
            List<NominationLines.Line> waiting,
            String late,
            String takenOnHeading,
            List<NominationLines.Line> takenOn,
            String decidedHeading,
            String between,
            List<DecidedLine> decided,
            List<String> know) {}

    /// One of its dates.
    record Fact(String term, List<String> details) {}

    /// What was decided about somebody.
    record DecidedLine(String path, String who, String words) {}
}
