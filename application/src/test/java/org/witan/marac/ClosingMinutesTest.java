package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Meeting;
import org.witan.meeting.MovingItems;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Rules;
import org.witan.meeting.SendingMinutes.Owed;
import org.witan.meeting.Subject;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// A conference is closed by letting its minutes go out: what it left undone is told before, and what comes later says
/// so.
class ClosingMinutesTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private ClosingMinutes closing;

    @Autowired
    private MovingItems moving;

    @Autowired
    private OtherBusiness business;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private DaysOff daysOff;

    @Autowired
    private Witnessing witnessing;

    private String minutes(Viewer viewer, UUID meeting) throws Exception {
        return sender(viewer).get("/conference/" + meeting + "/minutes").body();
    }

    private Sender sender(Viewer viewer) {
        return new Sender(address(), Sessions.cookieOf(viewer, application));
    }

    private List<Owed> owed(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "minutes"), shown -> {
            List<Owed> all = closing.owed(shown).stream()
                    .filter(one -> one.meeting().board().equals(board))
                    .toList();
            shown.addAll(List.of());
            return all;
        });
    }

    private long sent(UUID meeting) {
        return partnership().count("select count(*) from meeting.minutes_out where meeting_id = ?", meeting);
    }

    private String reference(UUID referral) {
        return partnership()
                .asked("select reference from access.record where id = ?", referral)
                .getFirst();
    }

    private void agree(UUID meeting, UUID item, String words) {
        conferring.agree(
                coordinator,
                meeting,
                item,
                UUID.randomUUID(),
                new Action.Term(null, null, today.plusDays(9)),
                new Action.Content(words, Area.HOUSING, Subject.VICTIM));
    }

    @Test
    void whatIsLeftUndoneIsToldFirst() throws Exception {
        UUID heard = referred("Borisav", 30);
        UUID meeting = listed(heard, 2);
        UUID left = referred("Casimir", 30);
        triaging.decide(coordinator, left, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        listing.list(coordinator, left, meeting);
        UUID item = item(meeting, heard);
        conferring.heard(coordinator, meeting, item);
        agree(meeting, item, "Invented: change the locks");

        ClosingMinutes.Undone undone = closing.before(coordinator, meeting);
        assertThat(undone.notHeard()).containsExactly(reference(left));
        assertThat(undone.withoutChildrensAction()).containsExactly(reference(heard));
        assertThat(undone.unowned()).hasSize(1);
        assertThat(sender(coordinator)
                        .get("/conference/" + meeting + "/minutes/out")
                        .body())
                .contains(
                        "One case was neither heard nor deferred, so no agenda to come has it: " + reference(left),
                        "One case with children has neither an action for them nor a line",
                        "No agency answers for one action");

        moving.takeOff(coordinator, UUID.randomUUID(), meeting, item(meeting, left), "Invented: no time");
        assertThat(closing.before(coordinator, meeting).notHeard()).isEmpty();
    }

    @Test
    void otherBusinessDecisionsAboutTheMeetingAndWhoChairedStandInThem() throws Exception {
        UUID meeting = meeting(2);
        assertThat(minutes(police, meeting)).contains("Nobody is recorded as chair.");
        business.putOn(coordinator, UUID.randomUUID(), meeting, "Invented: the date in January");
        UUID off = UUID.randomUUID();
        business.putOn(coordinator, off, meeting, "Invented: taken off");
        business.takeOff(coordinator, meeting, off);
        UUID wrong = UUID.randomUUID();
        business.decide(coordinator, wrong, meeting, "Invented: the first Monday", null);
        business.decide(coordinator, UUID.randomUUID(), meeting, "Invented: the second Thursday", wrong);
        attendance.record(
                coordinator,
                UUID.randomUUID(),
                meeting,
                new Attendance.Given(
                        police.agency(), null, "Cordelia Inventley", Capacity.CHAIR, Came.PRESENT, null, null),
                null);
        assertThat(minutes(police, meeting))
                .contains(
                        "Any other business",
                        "Invented: the date in January",
                        "Decided about the meeting",
                        "Invented: the second Thursday",
                        "Cordelia Inventley")
                .doesNotContain("Invented: taken off", "Invented: the first Monday", "Nobody is recorded as chair.");
        closing.send(coordinator, UUID.randomUUID(), meeting);
        business.decide(coordinator, UUID.randomUUID(), meeting, "Invented: afterwards", null);
        assertThat(minutes(police, meeting)).contains("Invented: afterwards (Written on ");
    }

    @Test
    void theyGoOutOnceForAFormAndWhatIsWrittenLaterSaysSo() throws Exception {
        UUID referral = referred("Borisav", 30);
        UUID meeting = listed(referral, 2);
        UUID item = item(meeting, referral);
        conferring.heard(coordinator, meeting, item);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.SHARED, "Invented: before", null);
        agree(meeting, item, "Invented: a lock");
        assertThat(minutes(police, meeting))
                .contains("These minutes have not gone out.")
                .doesNotContain("Send the minutes out");
        assertThat(minutes(coordinator, meeting)).contains("Send the minutes out");

        UUID form = UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(sender(coordinator)
                            .post("/conference/" + meeting + "/minutes/out", "id", form.toString())
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(sent(meeting)).isEqualTo(1);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.SHARED, "Invented: too late", null);
        agree(meeting, item, "Invented: a second lock");
        assertThat(minutes(police, meeting))
                .contains("These minutes went out on", "Invented: too late (Written on ")
                .contains("after the minutes went out", "Invented: a second lock (Written on ")
                .doesNotContain("Invented: before (Written on", "Invented: a lock (Written on");
        assertThat(sender(coordinator)
                        .get("/conference/" + meeting + "/actions")
                        .body())
                .contains("Invented: a second lock (Written on ", "Invented: a lock");

        closing.send(coordinator, UUID.randomUUID(), meeting);
        assertThat(sent(meeting)).isEqualTo(2);
        assertThat(minutes(police, meeting)).doesNotContain("after the minutes went out");
    }

    @Test
    void theyAreOwedUntilTheyGoOutFromTheDaysThatTheBoardSets() {
        UUID meeting = meeting(2);
        meeting(-2);
        UUID cancelled = meeting(3);
        scheduling.cancel(coordinator, cancelled, 0, "Invented: snow");
        assertThat(owed(coordinator)).singleElement().satisfies(one -> {
            assertThat(one.meeting().id()).isEqualTo(meeting);
            assertThat(one.due()).isEqualTo(daysOff.workingDays(coordinator).after(today.minusDays(2), 3));
        });
        assertThat(owed(police)).isEmpty();
        closing.send(coordinator, UUID.randomUUID(), meeting);
        assertThat(owed(coordinator)).isEmpty();
    }

    @Test
    void whoeverDoesNotKeepTheBoardSendsNothingAndNothingGoesOutTooEarly() throws Exception {
        UUID meeting = meeting(2);
        assertThatThrownBy(() -> closing.send(police, UUID.randomUUID(), meeting))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> closing.before(police, meeting)).isInstanceOf(Absent.class);
        assertThat(sender(police)
                        .post(
                                "/conference/" + meeting + "/minutes/out",
                                "id",
                                UUID.randomUUID().toString())
                        .statusCode())
                .isIn(403, 404);
        UUID later = meeting(-2);
        assertThatThrownBy(() -> closing.send(coordinator, UUID.randomUUID(), later))
                .isInstanceOf(Refused.class)
                .hasMessage(Rules.NOT_BEGUN);
        UUID off = meeting(3);
        scheduling.cancel(coordinator, off, 0, "Invented: snow");
        assertThatThrownBy(() -> closing.send(coordinator, UUID.randomUUID(), off))
                .isInstanceOf(Refused.class)
                .hasMessage(Rules.CANCELLED);
        assertThat(List.of(meeting, later, off)).allMatch(one -> sent(one) == 0);
        Meeting seen = scheduling.open(police, meeting);
        assertThat(seen.minutesOutAt()).isNull();
    }
}
