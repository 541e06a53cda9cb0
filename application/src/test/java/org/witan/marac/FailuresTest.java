package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Viewer;
import org.witan.marac.Failures.Kind;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Subject;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What agencies fail to do is counted for the steering group, without any person or case.
class FailuresTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private MeasuringFailures failing;

    @Autowired
    private RecordingAttendance attendance;

    private Failures.OfAgency of(Viewer viewer) {
        return failing.read(coordinator, false).agencies().stream()
                .filter(one -> one.agency().equals(viewer.agency()))
                .findFirst()
                .orElseThrow();
    }

    private UUID held() {
        UUID referral = referred("Borisav", 50);
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        // Weeks ago: what other tests measure of today stays theirs.
        UUID meeting = meeting(40);
        listing.list(coordinator, referral, meeting);
        partnership()
                .run(
                        "update meeting.board_agency set from_at = from_at - interval '60 days' where board_id = ?",
                        board);
        UUID item = item(meeting, referral);
        conferring.heard(coordinator, meeting, item);
        for (int at = 0; at < 6; at++) {
            conferring.agree(
                    coordinator,
                    meeting,
                    item,
                    UUID.randomUUID(),
                    new Action.Term(housing.agency(), null, today.minusDays(2)),
                    new Action.Content("Invented secret action", Area.HOUSING, Subject.VICTIM));
        }
        return meeting;
    }

    private List<String> actions() {
        return partnership()
                .asked("select record_id::text from meeting.action where board_id = ? order by record_id", board);
    }

    private void chase(String action, int times) {
        for (int at = 0; at < times; at++) {
            partnership()
                    .run(
                            "insert into meeting.chase (id, record_id, chased_at, chased_by) values (uuidv7(), cast(? as uuid), now(), ?)",
                            action,
                            coordinator.account());
        }
    }

    @Test
    void eachNumberIsThatOfTheRecords() {
        UUID meeting = held();
        assertThat(of(housing).number(Kind.OVERDUE)).isEqualTo(6);
        assertThat(of(housing).number(Kind.CHASED_TWICE)).isZero();
        chase(actions().get(0), 2);
        chase(actions().get(1), 1);
        assertThat(of(housing).number(Kind.CHASED_TWICE)).isEqualTo(1);
        partnership()
                .run(
                        "insert into meeting.action_state (id, record_id, state, at, by, agency_id) values (uuidv7(), cast(? as uuid), 'NOT_DONE', now(), ?, ?)",
                        actions().get(2),
                        coordinator.account(),
                        housing.agency());
        partnership()
                .run(
                        "insert into meeting.action_state (id, record_id, state, at, by, agency_id) values (uuidv7(), cast(? as uuid), 'NOT_DONE', now() - interval '2 years', ?, ?)",
                        actions().get(3),
                        coordinator.account(),
                        housing.agency());
        assertThat(of(housing).number(Kind.NOT_DONE)).as("in twelve months").isEqualTo(1);
        assertThat(of(housing).number(Kind.NOT_ANSWERED)).isEqualTo(1);
        assertThat(of(housing).number(Kind.NOBODY_CAME))
                .as("nobody recorded who came")
                .isZero();
        attendance.record(
                coordinator,
                UUID.randomUUID(),
                meeting,
                new Attendance.Given(police.agency(), police.account(), "", Capacity.CHAIR, Came.PRESENT, null, null),
                null);
        assertThat(of(housing).number(Kind.NOBODY_CAME)).isEqualTo(1);
        assertThat(of(police).number(Kind.NOBODY_CAME)).isZero();
        assertThat(of(police).number(Kind.OVERDUE)).isZero();
        assertThat(of(housing).persists(5)).isTrue();
        assertThat(of(police).persists(5)).isFalse();
    }

    @Test
    void thePageSaysWhatItsThresholdIsAndNamesNobody() throws Exception {
        held();
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        assertThat(sender.get("/performance/steering").body())
                .contains("A number of 5 or more is called persistent", "until it does, it is 5", "Persistent")
                .doesNotContain("Invented secret action", family, "MARAC-2");
        assertThat(sender.get("/performance").body()).contains("/performance/steering");
        assertThat(sender.get("/work").body()).contains("/performance/steering");
        assertThat(sender(police).get("/performance/steering").statusCode()).isEqualTo(404);
    }

    private Sender sender(Viewer viewer) {
        return new Sender(address(), Sessions.cookieOf(viewer, application));
    }
}
