package org.witan.hub;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Action;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;

/// Gives an agency something to do in a case, with its owner and its day, as an action of the meeting that heard it.
@Component
public class TaskingAgencies {
    private final Witnessing witnessing;
    private final Cases cases;
    private final AgreeingActions agreeing;
    private final KeepingBoards boards;
    private final Scheduling scheduling;
    private final JdbcClient database;

    TaskingAgencies(
            Witnessing witnessing,
            Cases cases,
            AgreeingActions agreeing,
            KeepingBoards boards,
            Scheduling scheduling,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.cases = cases;
        this.agreeing = agreeing;
        this.boards = boards;
        this.scheduling = scheduling;
        this.database = database;
    }

    /// Gives an agency something to do.
    ///
    /// @param id made with the form, so that a form that is sent twice writes one action
    /// @param told whether somebody says that an agency that was not there has been told
    /// @return what was done, or that the agency was not at the meeting and must be told first
    /// @throws Absent when the case is not this viewer's to keep
    /// @throws Refused when the case is not open, or the agency takes no part in the meeting of the hub
    public Outcome agree(Viewer viewer, UUID id, UUID record, Action.Term term, Action.Content content, boolean told) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "action"), shown -> {
            shown.add(record);
            HubCase found = cases.find(record).orElseThrow(Absent::new);
            UUID agency = term.agency();
            if (!asked("select hub.keeps(:id)", record) || agency == null) {
                throw new Absent();
            }
            Heard heard = heard(record).orElseThrow(() -> new Refused(HubRules.NOT_NEXT));
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            UUID board = scheduling.the(shown, heard.meeting()).board();
            if (boards.members(shown, board).stream()
                    .noneMatch(one -> !one.closed() && one.agency().equals(agency))) {
                throw new Refused(HubRules.NOT_AT_MEETING);
            }
            if (!told && wasHeld(shown, heard.meeting()) && !wasThere(heard.meeting(), agency)) {
                return Outcome.NOT_THERE;
            }
            agreeing.agree(
                    viewer, shown, new AgreeingActions.Agreed(id, board, record, heard.item(), term, content, true));
            return Outcome.AGREED;
        });
    }

    /// Whether anybody was recorded as there: before that nobody knows who was not.
    private boolean wasHeld(Shown shown, UUID meeting) {
        return boards.members(shown, scheduling.the(shown, meeting).board()).stream()
                .anyMatch(one -> wasThere(meeting, one.agency()));
    }

    private boolean wasThere(UUID meeting, UUID agency) {
        return database.sql("select hub.attends(:meeting, :agency)")
                .param("meeting", meeting)
                .param("agency", agency)
                .query(Boolean.class)
                .single();
    }

    /// The newest item of an agenda on which the case stands.
    private Optional<Heard> heard(UUID record) {
        return database.sql("""
                        select i.meeting_id, i.id from meeting.item i
                        where i.record_id = :record and i.off_at is null order by i.put_on_at desc, i.id desc limit 1
                        """)
                .param("record", record)
                .query((row, _) -> new Heard(Cases.id(row, "meeting_id"), Cases.id(row, "id")))
                .optional();
    }

    private boolean asked(String question, UUID id) {
        return database.sql(question).param("id", id).query(Boolean.class).single();
    }

    private record Heard(UUID meeting, UUID item) {}

    /// What came of it.
    public enum Outcome {
        AGREED,
        /// Nobody of the agency was at the meeting; whoever gives it something to do must tell it.
        NOT_THERE
    }
}
