package org.witan.meeting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.AgendaParts;
import org.witan.meeting.Attendance;
import org.witan.meeting.BoardInFull;
import org.witan.meeting.Came;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Deadlines;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.MovingItems;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.Quorum;
import org.witan.meeting.QuorumWords;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.meeting.SigningStatements;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Wording;

/// One meeting: when and where, its deadlines, who comes, and its agenda as far as its records are open to the reader.
@Controller
class MeetingController {
    private final Scheduling scheduling;
    private final KeepingBoards boards;
    private final RecordingAttendance attendance;
    private final Agenda agenda;
    private final MovingItems moving;
    private final OtherBusiness business;
    private final SigningStatements signing;
    private final List<AgendaParts> parts;
    private final DaysOff daysOff;
    private final QuorumWords quorums;
    private final AgendaWords agendas;
    private final WhenWords when;
    private final Wording words;

    MeetingController(
            Scheduling scheduling,
            KeepingBoards boards,
            RecordingAttendance attendance,
            Agenda agenda,
            MovingItems moving,
            OtherBusiness business,
            SigningStatements signing,
            List<AgendaParts> parts,
            DaysOff daysOff,
            QuorumWords quorums,
            AgendaWords agendas,
            WhenWords when,
            Wording words) {
        this.scheduling = scheduling;
        this.boards = boards;
        this.attendance = attendance;
        this.agenda = agenda;
        this.moving = moving;
        this.business = business;
        this.signing = signing;
        this.parts = List.copyOf(parts);
        this.daysOff = daysOff;
        this.quorums = quorums;
        this.agendas = agendas;
        this.when = when;
        this.words = words;
    }

    @OpenToMembers
    @GetMapping("/meetings/{meeting}")
    ModelAndView open(Viewer viewer, @PathVariable UUID meeting) {
        Meeting found = scheduling.open(viewer, meeting);
        BoardInFull board = boards.behind(viewer, found);
        WorkingDays working = daysOff.workingDays(viewer);
        OtherBusiness.Business other = business.of(viewer, meeting);
        List<Attendance> came = attendance.of(viewer, meeting);
        SigningStatements.Standing statement = signing.at(viewer, meeting);
        var page = new Page(
                found,
                Days.words(found.startsAt()),
                when.day(found.day(), working),
                words.the("meeting.lasts", found.minutes()),
                told(found),
                deadlines(found, board, working),
                quorums.the(Quorum.of(board.members(), came)),
                came.stream().map(this::line).toList(),
                warnings(found, came),
                statement(statement),
                sections(parts(viewer, found), agenda.of(viewer, meeting), other),
                other.decided().stream().map(this::decision).toList(),
                found.keeps() && moving.isOver(found),
                found.keeps() && viewer.role().leads());
        return new ModelAndView("meeting/meeting", "page", page);
    }

    /// What is to be known before the first case is opened. Nothing is stopped by it.
    private List<String> warnings(Meeting meeting, List<Attendance> came) {
        List<String> unsigned =
                came.stream().filter(Attendance::unsigned).map(Attendance::name).toList();
        if (!unsigned.isEmpty()) {
            return List.of(words.the("meeting.attendance.not-signed", String.join(", ", unsigned)));
        }
        boolean nobody = came.stream().noneMatch(one -> one.came() == Came.PRESENT);
        return nobody
                        && meeting.keeps()
                        && !meeting.cancelled()
                        && meeting.day().equals(when.today())
                ? List.of(words.the("meeting.attendance.nobody"))
                : List.of();
    }

    private StatementLines statement(SigningStatements.Standing standing) {
        SigningStatements.Signed signed = standing.signed();
        return new StatementLines(
                standing.now().version(),
                signed == null ? standing.now().words() : signed.words(),
                signed == null ? "" : words.the("meeting.statement.signed", Days.words(signed.at()), signed.version()),
                standing.besides().isEmpty()
                        ? ""
                        : words.the("meeting.statement.besides", String.join(", ", standing.besides())));
    }

    private List<String> told(Meeting meeting) {
        var lines = new ArrayList<String>();
        String cancelled = meeting.cancelledBecause();
        if (cancelled != null) {
            lines.add(words.the("meeting.is-cancelled", cancelled));
        }
        if (meeting.movedAt() != null) {
            lines.add(words.the(
                    "meeting.is-moved", Days.words(meeting.movedAt()), meeting.setBy(), meeting.movedBecause()));
        }
        if (meeting.listOutAt() != null) {
            boolean before = meeting.movedAt() != null && meeting.listOutAt().isBefore(meeting.movedAt());
            lines.add(words.the(
                    before ? "meeting.list-is-out.before" : "meeting.list-is-out", Days.words(meeting.listOutAt())));
        }
        if (meeting.minutesOutAt() != null) {
            lines.add(words.the("meeting.minutes-are-out", Days.words(meeting.minutesOutAt())));
        }
        return lines;
    }

    private List<DeadlineLine> deadlines(Meeting meeting, BoardInFull board, WorkingDays working) {
        return Deadlines.of(meeting.day(), board.settings(), working).all().stream()
                .sorted(Comparator.comparing(Deadlines.Deadline::day))
                .map(one -> new DeadlineLine(
                        words.the("meeting.deadline." + one.what()),
                        when.day(one.day(), working),
                        one.day().isBefore(when.today())))
                .toList();
    }

    private AttendanceLine line(Attendance one) {
        var sent = one.informationSentOn();
        var signed = one.statementSignedOn();
        return new AttendanceLine(
                one.id(),
                one.name(),
                one.agencyName(),
                words.the("meeting.capacity." + one.capacity()),
                words.the("meeting.came." + one.came()),
                sent == null ? "" : words.the("meeting.attendance.sent-on", Days.words(sent)),
                signed == null
                        ? words.the("meeting.attendance.unsigned")
                        : words.the(
                                one.signedVersion() == null
                                        ? "meeting.attendance.signed-on"
                                        : "meeting.attendance.signed-self",
                                Days.words(signed)));
    }

    private List<AgendaParts.Part> parts(Viewer viewer, Meeting meeting) {
        return parts.stream()
                .filter(one -> one.kind() == meeting.kind())
                .flatMap(one -> one.of(viewer, meeting).stream())
                .toList();
    }

    /// In the order in which a meeting takes them; what left the agenda comes last.
    private List<SectionLines> sections(
            List<AgendaParts.Part> besides, List<AgendaItem> items, OtherBusiness.Business other) {
        var sections = new ArrayList<SectionLines>();
        for (Section section : Section.values()) {
            sections.add(new SectionLines(
                    "section-" + section,
                    words.the("meeting.section." + section),
                    besides.stream().filter(one -> one.section() == section).toList(),
                    lines(items, item -> !item.off() && item.section() == section),
                    section == Section.OTHER_BUSINESS
                            ? other.standing().stream().map(this::business).toList()
                            : List.of()));
        }
        sections.add(new SectionLines(
                "section-off", words.the("meeting.agenda.off"), List.of(), lines(items, AgendaItem::off), List.of()));
        return sections.stream().filter(one -> !one.isEmpty()).toList();
    }

    private List<ItemLine> lines(List<AgendaItem> items, Predicate<AgendaItem> which) {
        return items.stream().filter(which).map(this::line).toList();
    }

    private DecisionLine business(OtherBusiness.Said said) {
        return new DecisionLine(
                said.id(),
                said.words(),
                words.the("meeting.decision.by", agendas.by(said.by()), Days.words(said.at())));
    }

    private ItemLine line(AgendaItem item) {
        return new ItemLine(
                item.id(),
                item.record(),
                item.reference(),
                item.marks().stream()
                        .sorted()
                        .map(mark -> words.the("meeting.mark." + mark))
                        .toList(),
                item.events().stream().map(agendas::event).toList(),
                item.decisions().stream().map(this::decision).toList(),
                !item.off() && !item.isHeard(),
                item.off());
    }

    private DecisionLine decision(OtherBusiness.Said decision) {
        return business(decision);
    }

    private DecisionLine decision(AgendaItem.Decision decision) {
        return new DecisionLine(
                decision.id(),
                decision.words(),
                words.the("meeting.decision.by", agendas.by(decision.by()), Days.words(decision.at())));
    }

    /// One meeting.
    ///
    /// @param told what became of it: moved, cancelled, its list sent
    /// @param warnings what is to be known before the first case is opened
    /// @param decided about the meeting itself, or about other business
    /// @param over whether whoever looks may move all that it left unheard: it is over, or was
    ///     cancelled
    /// @param writes whether whoever looks may write another confidentiality statement
    record Page(
            Meeting meeting,
            String starts,
            String when,
            String lasts,
            List<String> told,
            List<DeadlineLine> deadlines,
            String quorum,
            List<AttendanceLine> attendance,
            List<String> warnings,
            StatementLines statement,
            List<SectionLines> agenda,
            List<DecisionLine> decided,
            boolean over,
            boolean writes) {

        /// Whether nothing stands on it, and nothing left it.
        public boolean isBare() {
            return agenda.stream()
                    .allMatch(one -> one.lines().isEmpty() && one.business().isEmpty());
        }

        /// Whether something stands on it that was not heard.
        public boolean isUnheard() {
            return agenda.stream().flatMap(one -> one.lines().stream()).anyMatch(ItemLine::stands);
        }
    }

    /// The confidentiality statement.
    ///
    /// @param version of the text that is signed now
    /// @param words what whoever looks signed, or is to sign
    /// @param signed that they signed it; empty while they did not
    /// @param besides who signed and is not recorded as present; empty when nobody is
    record StatementLines(int version, String words, String signed, String besides) {}

    /// One of its dates.
    record DeadlineLine(String what, String when, boolean over) {}

    /// Somebody who came, or did not.
    record AttendanceLine(
            UUID id,
            String name,
            String agency,
            String capacity,
            String came,
            @Nullable String sent,
            String signed) {}

    /// A section of its agenda.
    ///
    /// @param besides what is read on a page of its own
    /// @param business words about no record
    record SectionLines(
            String id,
            String heading,
            List<AgendaParts.Part> besides,
            List<ItemLine> lines,
            List<DecisionLine> business) {

        private boolean isEmpty() {
            return besides.isEmpty() && lines.isEmpty() && business.isEmpty();
        }
    }

    /// An item of its agenda.
    ///
    /// @param stands whether it stands on the agenda and was not heard
    /// @param off whether it left the agenda
    record ItemLine(
            UUID id,
            UUID record,
            String reference,
            List<String> marks,
            List<String> events,
            List<DecisionLine> decisions,
            boolean stands,
            boolean off) {}

    /// Something that was decided, or is other business.
    record DecisionLine(UUID id, String words, String by) {}
}
