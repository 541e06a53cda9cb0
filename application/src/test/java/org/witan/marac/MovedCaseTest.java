package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.MovingItems;
import org.witan.people.Standing;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// A case that is moved to another conference takes along what was asked and answered about it, and a
/// repeat is not taken off unnoticed.
class MovedCaseTest extends AConference {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private MovingItems moving;

    @Autowired
    private Researching researching;

    private Sender sender(Viewer viewer) {
        return new Sender(address(), Sessions.cookieOf(viewer, application));
    }

    private void move(UUID from, UUID referral, UUID to) {
        moving.move(coordinator, UUID.randomUUID(), from, item(from, referral), to, "Invented: snow");
    }

    private void give(Viewer viewer, UUID meeting, UUID referral, String words, boolean share) {
        researching.add(
                viewer,
                meeting,
                referral,
                UUID.randomUUID(),
                new Research.Given(Standing.PERPETRATOR, true, "in May", words, "", share, share ? "" : "sub judice"));
    }

    private boolean stands(UUID meeting, UUID referral) {
        return partnership()
                        .count(
                                "select count(*) from meeting.item where meeting_id = ? and record_id = ? and off_at is null",
                                meeting,
                                referral)
                == 1;
    }

    @Test
    void researchIsAskedAgainAndWhatWasBroughtBeforeIsReadUntilItIsAnsweredAnew() throws Exception {
        UUID referral = referred("Borisav", 3);
        UUID first = listed(referral, -5);
        UUID second = meeting(-12);
        UUID third = meeting(-19);
        give(police, first, referral, "Invented: he has a knife", true);
        give(police, first, referral, "Invented: a source says so", false);
        researching.nothing(housing, first, referral);
        move(first, referral, second);
        move(second, referral, third);

        var asked = researching.list(police);
        assertThat(asked).singleElement().satisfies(one -> {
            assertThat(one.meeting()).isEqualTo(third);
            assertThat(one.isAnswered()).isFalse();
            assertThat(one.before()).isTrue();
        });
        String hearing = "/conference/" + third + "/" + item(third, referral);
        assertThat(sender(coordinator).get(hearing).body())
                .contains("Invented: he has a knife", "for a meeting before; not answered anew")
                .doesNotContain("Invented: a source says so");
        assertThat(sender(police).get("/research").body()).contains("Not answered anew");
        String answer = "/research/" + third + "/" + referral;
        assertThat(sender(police).get(answer).body())
                .contains("From before", "Invented: he has a knife", "Invented: a source says so");
        assertThat(sender(housing).get(answer).body())
                .contains("your agency answered that it knew nothing")
                .doesNotContain("Invented: he has a knife");

        for (int sent = 0; sent < 2; sent++) {
            assertThat(sender(police).post(answer + "/again").statusCode()).isEqualTo(302);
        }
        assertThat(researching.read(police, third, referral))
                .hasValueSatisfying(one -> assertThat(one.items())
                        .extracting(Research.Item::words)
                        .containsExactlyInAnyOrder("Invented: he has a knife", "Invented: a source says so"));
        assertThat(researching.before(police, third, referral)).isEmpty();
        HearingNow now = conferring.now(coordinator, third, item(third, referral));
        assertThat(now.research()).extracting(Research::agency).containsExactly(police.agency());
        assertThat(now.before()).extracting(Research::agency).containsExactly(housing.agency());
        assertThatThrownBy(() -> researching.again(nurse, third, referral)).isInstanceOf(Absent.class);
    }

    @Test
    void whatWasBroughtBeforeIsSpokenInTheMeetingThatHearsIt() {
        UUID referral = referred("Borisav", 3);
        UUID first = listed(referral, -5);
        give(police, first, referral, "Invented: he has a knife", true);
        give(police, first, referral, "Invented: he has a car", true);
        UUID old = item(first, referral);
        List<Research.Item> brought =
                conferring.now(coordinator, first, old).research().getFirst().items();
        conferring.tick(coordinator, first, old, brought.getFirst().id());
        String later = brought.getLast().words();
        UUID second = meeting(-12);
        move(first, referral, second);
        UUID item = item(second, referral);
        conferring.tick(coordinator, second, item, brought.getLast().id());
        assertThat(conferring.now(housing, second, item).spoken())
                .extracting(one -> one.item().words())
                .containsExactly(later);
    }

    @Test
    void aRepeatIsTakenOffOnlyByWhoeverSaysSoTwice() throws Exception {
        heard("Borisav", 60, 50);
        UUID referral = referred("Borisav", 3);
        UUID meeting = listed(referral, -5);
        UUID next = meeting(-12);
        UUID item = item(meeting, referral);
        String path = "/meetings/" + meeting + "/items/" + item + "/move";
        var keeper = sender(coordinator);
        String form = keeper.get(path).body();
        assertThat(form).contains("A repeat must be heard at the next meeting").doesNotContain("all the same");
        var found = ID.matcher(form);
        assertThat(found.find()).isTrue();
        String id = found.group(1);
        var asked = keeper.post(path, "id", id, "minutes", "", "to", "OFF", "reason", "Invented: she asked");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Take it off all the same", "Invented: she asked");
        assertThat(stands(meeting, referral)).isTrue();
        assertThat(keeper.post(
                                path,
                                "id",
                                id,
                                "minutes",
                                "",
                                "to",
                                "OFF",
                                "reason",
                                "Invented: she asked",
                                "anyway",
                                "YES")
                        .statusCode())
                .isEqualTo(302);
        assertThat(stands(meeting, referral)).isFalse();
        assertThat(sender(police).get("/research").body()).contains("No longer needed", "put on no other");
        // It is listed anew, and its repeat mark with it.
        listing.list(coordinator, referral, next);
        assertThat(partnership().asked("select mark from meeting.item_mark where item_id = ?", item(next, referral)))
                .contains("REPEAT");
        assertThat(sender(police).get("/research").body()).doesNotContain("No longer needed");
    }

    @Test
    void aMovedRepeatStaysARepeatAndIsMovedWithoutAskingTwice() throws Exception {
        heard("Borisav", 60, 50);
        UUID referral = referred("Borisav", 3);
        UUID meeting = listed(referral, -5);
        UUID next = meeting(-12);
        String path = "/meetings/" + meeting + "/items/" + item(meeting, referral) + "/move";
        assertThat(sender(coordinator)
                        .post(
                                path,
                                "id",
                                UUID.randomUUID().toString(),
                                "minutes",
                                "",
                                "to",
                                next.toString(),
                                "reason",
                                "Invented: IDVA is ill")
                        .statusCode())
                .isEqualTo(302);
        assertThat(partnership().asked("select mark from meeting.item_mark where item_id = ?", item(next, referral)))
                .contains("REPEAT", "DEFERRED_BEFORE");
        conferring.heard(coordinator, next, item(next, referral));
        assertThat(partnership().asked("select meeting_id from marac.heard_fact where record_id = ?", referral))
                .containsExactly(next.toString());
    }

    @Test
    void aChairMovesACaseAndAnAgencyThatJoinedSinceIsAskedToo() {
        UUID referral = referred("Borisav", 3);
        UUID meeting = listed(referral, -5);
        UUID next = meeting(-12);
        Viewer chair = partnership().viewer(coordinator.agency(), Role.CHAIR, Purpose.MARAC);
        Viewer school = partnership().viewer(partnership().agency("EDUCATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        boards.addAgency(coordinator, board, school.agency(), false);
        assertThat(researching.list(school)).isEmpty();
        moving.move(chair, UUID.randomUUID(), meeting, item(meeting, referral), next, "Invented: snow");
        assertThat(researching.list(school))
                .extracting(Researching.Asked::meeting)
                .containsExactly(next);
        UUID other = referred("Casimir", 3);
        triaging.decide(coordinator, other, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        assertThatThrownBy(() -> listing.list(chair, other, next))
                .as("a chair lists nothing that was not listed")
                .isInstanceOf(Absent.class);
    }

    @Test
    void aCaseWhoseDecisionWasTakenBackStaysAndIsNamed() throws Exception {
        UUID kept = referred("Borisav", 3);
        UUID meeting = listed(kept, -5);
        UUID moved = referred("Casimir", 3);
        triaging.decide(coordinator, moved, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        listing.list(coordinator, moved, meeting);
        UUID next = meeting(-12);
        scheduling.cancel(coordinator, meeting, 0, "Invented: snow");
        triaging.undo(
                coordinator,
                kept,
                reading.read(coordinator, kept).decision().orElseThrow().id());
        assertThat(sender(coordinator)
                        .get("/meetings/" + meeting + "/items/move")
                        .body())
                .contains("1 item stays on this agenda");
        assertThat(moving.moveAll(coordinator, meeting, next, "Invented: snow")).isEqualTo(1);
        assertThat(stands(next, moved)).isTrue();
        assertThat(stands(meeting, kept)).isTrue();
        assertThatThrownBy(() -> move(meeting, kept, next)).isInstanceOf(Refused.class);
    }

    @Test
    void minutesSayWhatWasDecidedAndThatACaseLeft() throws Exception {
        UUID referral = referred("Borisav", 30);
        UUID meeting = listed(referral, 2);
        UUID next = meeting(-12);
        UUID item = item(meeting, referral);
        var keeper = sender(coordinator);
        keeper.post(
                "/meetings/" + meeting + "/items/" + item + "/decisions",
                "id",
                UUID.randomUUID().toString(),
                "words",
                "Invented: wait for the IDVA");
        move(meeting, referral, next);
        assertThat(keeper.get("/conference/" + meeting + "/minutes").body())
                .contains("Invented: wait for the IDVA", "Moved to another meeting on", "Invented: snow");
    }
}
