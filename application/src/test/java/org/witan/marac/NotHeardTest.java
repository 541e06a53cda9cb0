package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Action;
import org.witan.meeting.Area;
import org.witan.meeting.Subject;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// That a case was heard is taken back when it was pressed by mistake, with all that hangs on it, and nothing is lost.
class NotHeardTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private Leading leading;

    @Autowired
    private Flagging flagging;

    private UUID referral;
    private UUID meeting;
    private UUID item;

    @BeforeEach
    void aCaseThatAMeetingHeard() {
        referral = referred("Borisav", 30);
        meeting = listed(referral, 20);
        item = item(meeting, referral);
        conferring.heard(coordinator, meeting, item);
    }

    private void takeBack() {
        leading.notHeard(coordinator, meeting, item, "Invented: the wrong case was pressed");
    }

    private List<String> facts() {
        return partnership().asked("select meeting_id from marac.heard_fact where record_id = ?", referral);
    }

    private List<String> metOn() {
        return partnership().asked("select met_on from marac.referral where id = ? and met_on is not null", referral);
    }

    private List<FlaggedCase> flags(Viewer viewer) {
        return flagging.list(viewer, Verb.LIST).stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    private String page(Viewer viewer, String path) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application))
                .get(path)
                .body();
    }

    @Test
    void whatHangsOnItFollowsAndWhatWasWrittenStays() {
        conferring.write(
                coordinator, meeting, item, UUID.randomUUID(), LineKind.SHARED, "Invented: she is afraid", null);
        conferring.agree(
                coordinator,
                meeting,
                item,
                UUID.randomUUID(),
                new Action.Term(null, null, today.plusDays(9)),
                new Action.Content("Invented: change the locks", Area.HOUSING, Subject.VICTIM));
        assertThat(facts()).containsExactly(meeting.toString());
        assertThat(metOn()).hasSize(1);
        assertThat(flags(police)).hasSize(1);
        takeBack();
        assertThat(facts()).isEmpty();
        assertThat(metOn()).isEmpty();
        assertThat(flags(police)).isEmpty();
        HearingNow now = conferring.now(coordinator, meeting, item);
        assertThat(now.item().isHeard()).isFalse();
        assertThat(now.lines()).extracting(Line::words).containsExactly("Invented: she is afraid");
        assertThat(now.actions()).hasSize(1);
        assertThat(partnership().asked("select what from meeting.item_event where item_id = ? order by at, id", item))
                .containsExactly("HEARD", "NOT_HEARD");
    }

    @Test
    void aDecisionOrACorrectionLaterDoesNotBringItBack() {
        takeBack();
        partnership().asked("select marac.count_anew(array[?])", referral);
        partnership().asked("select marac.keep_met(array[?])", referral);
        assertThat(facts()).isEmpty();
        assertThat(metOn()).isEmpty();
    }

    @Test
    void itIsHeardAgainInTheSameMeetingAndCountsOnce() {
        takeBack();
        conferring.heard(coordinator, meeting, item);
        conferring.heard(coordinator, meeting, item);
        assertThat(facts()).containsExactly(meeting.toString());
        takeBack();
        assertThat(facts()).isEmpty();
        assertThat(partnership().count("select count(*) from meeting.item_event where item_id = ?", item))
                .isEqualTo(4);
    }

    @Test
    void itIsPutOnAnotherAgendaAndCountsThere() {
        takeBack();
        UUID next = meeting(-4);
        listing.list(coordinator, referral, next);
        conferring.heard(coordinator, next, item(next, referral));
        assertThat(facts()).containsExactly(next.toString());
        assertThat(metOn()).containsExactly(today.plusDays(4).toString());
    }

    @Test
    void anAgencyThatFlaggedItsFilesReadsThatItWasTakenBackAndMayUndo() throws Exception {
        flagging.say(police, referral, FlagWord.SET);
        takeBack();
        assertThat(flags(police)).singleElement().satisfies(one -> {
            assertThat(one.heard()).isFalse();
            assertThat(one.isToSet(today)).isFalse();
        });
        assertThat(flags(housing)).isEmpty();
        assertThat(page(police, "/flags")).contains("That a meeting heard it was taken back");
        var said = flags(police).getFirst().last();
        flagging.undo(police, referral, said == null ? item : said.id());
        assertThat(flags(police)).isEmpty();
    }

    @Test
    void whoLeadsNoConferenceTakesNothingBackAndNobodyTwice() {
        assertThatThrownBy(() -> leading.notHeard(police, meeting, item, "Invented"))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> leading.heardOf(police, meeting, item)).isInstanceOf(Absent.class);
        assertThat(facts()).hasSize(1);
        takeBack();
        assertThatThrownBy(this::takeBack).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> leading.heardOf(coordinator, meeting, item)).isInstanceOf(Refused.class);
    }

    @Test
    void aReasonIsAskedForAndTheMinutesSayThatTheyWerePutRight() throws Exception {
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        String path = "/conference/" + meeting + "/" + item;
        assertThat(sender.get(path).body()).contains("It was not heard after all");
        assertThat(sender.get(path + "/not-heard").body()).contains("The day of this meeting is over");
        var empty = sender.post(path + "/not-heard", "reason", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Say why it was not heard after all.");
        assertThat(sender.post(path + "/not-heard", "reason", "Invented: wrong case")
                        .statusCode())
                .isEqualTo(302);
        assertThat(sender.get("/conference/" + meeting + "/minutes").body())
                .contains("Not heard", "it was marked as heard, and was not. Invented: wrong case");
    }
}
