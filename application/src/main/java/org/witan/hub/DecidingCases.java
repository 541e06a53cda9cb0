package org.witan.hub;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Deadlines;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Mark;
import org.witan.meeting.Meeting;
import org.witan.meeting.Member;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Decides about a case: adds it to the agenda of a meeting, does not add it, or removes it, each with its reason.
///
/// What is added is opened to the agencies of the board, and each is asked whether it knows the resident.
@Component
public class DecidingCases {
    private final Changing changing;
    private final CaseFacts facts;
    private final CaseWrites writes;
    private final HubMeetings meetings;
    private final KeepingAgendas agendas;
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final Days days;
    private final Clock clock;

    DecidingCases(
            Changing changing,
            CaseFacts facts,
            CaseWrites writes,
            HubMeetings meetings,
            KeepingAgendas agendas,
            KeepingBoards boards,
            Scheduling scheduling,
            Days days,
            Clock clock) {
        this.changing = changing;
        this.facts = facts;
        this.writes = writes;
        this.meetings = meetings;
        this.agendas = agendas;
        this.boards = boards;
        this.scheduling = scheduling;
        this.days = days;
        this.clock = clock;
    }

    /// Adds a case to the agenda of a meeting, for the first time or again.
    ///
    /// @param version of the case that was on the page
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Absent when case or meeting is not this viewer's to keep
    /// @throws Refused by the keys of [HubRules]
    public boolean add(Viewer viewer, UUID id, UUID record, int version, Adding adding) {
        return changing.change(viewer, id, record, version, "ADDED", writes::isDecided, (shown, found) -> {
            if (found.state() != CaseState.OPEN && found.state() != CaseState.WAITS) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            Meeting meeting = scheduling.the(shown, adding.meeting());
            if (meeting.kind() != BoardKind.HUB || meeting.cancelled()) {
                throw new Absent();
            }
            boolean isLate = isLate(shown, meeting);
            if (isLate && !adding.urgent()) {
                throw new Refused(HubRules.CUT_OFF);
            }
            if (!adding.required() && facts.needs(record).stream().anyMatch(Need::isDomesticAbuse)) {
                throw new Refused(HubRules.NOT_REQUIRED);
            }
            writes.decide(viewer, id, record, "ADDED", null, adding.why(), adding.urgent(), adding.meeting());
            putOn(viewer, shown, record, adding);
            open(viewer, shown, record, meeting, adding.purpose());
        });
    }

    /// Whether the cut-off of a meeting is over.
    boolean isLate(Shown shown, Meeting meeting) {
        return days.today().isAfter(meetings.dated(shown, meeting).deadlines().day(Deadlines.What.CUT_OFF));
    }

    private void putOn(Viewer viewer, Shown shown, UUID record, Adding adding) {
        var marks = adding.urgent() ? List.of(Mark.EMERGENCY) : List.<Mark>of();
        var section = adding.withChildren() ? Section.WITH_CHILDREN : Section.ADULT_ONLY;
        try {
            agendas.putOn(viewer, shown, adding.meeting(), record, section, marks);
        } catch (Refused refused) {
            throw refused.reason().equals(Rules.ON_AGENDA) ? new Refused(HubRules.ON_AGENDA) : refused;
        }
    }

    private void open(Viewer viewer, Shown shown, UUID record, Meeting meeting, String purpose) {
        var due = meetings.dated(shown, meeting).deadlines().day(Deadlines.What.RESEARCH_DUE);
        for (Member member : boards.members(shown, meeting.board())) {
            if (!member.closed() && writes.openTo(record, member.agency())) {
                writes.ask(viewer, Identity.at(clock.instant()), record, member.agency(), purpose, due);
            }
        }
        writes.closeToOthers(record);
    }

    /// Does not add a referral.
    public boolean notAdd(Viewer viewer, UUID id, UUID record, int version, String reason, String why) {
        return end(viewer, id, record, version, CaseState.WAITS, "NOT_ADDED", reason, why);
    }

    /// Removes a case.
    public boolean remove(Viewer viewer, UUID id, UUID record, int version, String reason, String why) {
        return end(viewer, id, record, version, CaseState.OPEN, "REMOVED", reason, why);
    }

    private boolean end(
            Viewer viewer,
            UUID id,
            UUID record,
            int version,
            CaseState from,
            String step,
            @Nullable String reason,
            String why) {
        return changing.change(viewer, id, record, version, step, writes::isDecided, (_, found) -> {
            if (found.state() != from) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            writes.decide(viewer, id, record, step, reason, why, false, null);
        });
    }

    /// How a case is added to an agenda.
    ///
    /// @param why the recorded reason
    /// @param urgent whether it is added although the cut-off is over
    /// @param required whether somebody says that a victim of domestic abuse must be discussed here
    /// @param withChildren whether a child lives at the address
    /// @param purpose for which the agencies are asked, as they read it
    public record Adding(
            UUID meeting, String why, boolean urgent, boolean required, boolean withChildren, String purpose) {
        @Override
        public String toString() {
            return "adding to " + meeting;
        }
    }
}
