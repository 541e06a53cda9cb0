package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Whoever keeps a board keeps its agendas: they move an item, take it off, order the rest, and record
/// what was decided.
class KeptAgendaTest extends RunningApplication {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private KeepingAgendas agendas;

    @Autowired
    private MovingItems moving;

    @Autowired
    private Agenda agenda;

    private Assembly here;
    private UUID first;
    private UUID second;
    private UUID item;

    @BeforeEach
    void anItemOnTheFirstOfTwoAgendas() {
        here = new Assembly(partnership(), boards);
        first = here.meeting(scheduling, 6);
        second = here.meeting(scheduling, 20);
        item = agendas.putOn(here.coordinator, first, here.victimsCase, Section.ADULT_ONLY, List.of(Mark.EMERGENCY));
    }

    private Sender sender(Viewer viewer) {
        return new Sender(address(), Sessions.cookieOf(viewer, application));
    }

    private String path(UUID one) {
        return "/meetings/" + first + "/items/" + one;
    }

    private static String id(String page) {
        var found = ID.matcher(page);
        assertThat(found.find()).as("the form has an id").isTrue();
        return found.group(1);
    }

    private List<AgendaItem> standing(UUID meeting) {
        return agenda.of(here.coordinator, meeting).stream()
                .filter(one -> !one.off())
                .toList();
    }

    @Test
    void anItemIsMovedOnceAndItsOldAgendaSaysWhereWhenWhyAndByWhom() throws Exception {
        var keeper = sender(here.chair);
        assertThat(keeper.get("/meetings/" + first).body()).contains(path(item) + "/move");
        String form = keeper.get(path(item) + "/move").body();
        assertThat(form).contains("value=\"" + second + "\"").doesNotContain("value=\"" + first + "\"");
        String[] typed = {"id", id(form), "minutes", "", "to", second.toString(), "reason", "Invented: IDVA is ill"};
        assertThat(keeper.post(path(item) + "/move", typed).statusCode()).isEqualTo(302);
        assertThat(keeper.post(path(item) + "/move", typed).statusCode()).isEqualTo(302);
        assertThat(standing(first)).isEmpty();
        assertThat(standing(second)).singleElement().satisfies(one -> {
            assertThat(one.section()).isEqualTo(Section.ADULT_ONLY);
            assertThat(one.marks()).containsExactlyInAnyOrder(Mark.EMERGENCY, Mark.DEFERRED_BEFORE);
        });
        assertThat(sender(here.officer).get("/meetings/" + first).body())
                .contains("Left this agenda", "Moved to the meeting of", "by Invented Person: Invented: IDVA is ill");
        assertThat(sender(here.nurse).get("/meetings/" + first).body())
                .doesNotContain("Left this agenda", "IDVA is ill");
        typed[5] = "OFF";
        var other = keeper.post(path(item) + "/move", typed);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("This form was sent before with something else in it");
    }

    @Test
    void whoeverSendsAnOldPageIsToldWhatBecameOfTheItemAndLosesNothing() throws Exception {
        var keeper = sender(here.coordinator);
        String old = keeper.get(path(item) + "/move").body();
        moving.takeOff(here.chair, Assembly.newId(), first, item, "Invented: wrong board");
        var answer = keeper.post(
                path(item) + "/move",
                "id",
                id(old),
                "minutes",
                "",
                "to",
                second.toString(),
                "reason",
                "Invented words that I typed");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("This left the agenda meanwhile.", "Invented: wrong board", "Invented words that I typed");
        assertThat(standing(second)).isEmpty();
        assertThat(keeper.get(path(item) + "/move").statusCode()).isEqualTo(409);
    }

    @Test
    void aReasonAndAMeetingAreAskedForAndAMeetingThatWasCancelledIsNone() throws Exception {
        var keeper = sender(here.coordinator);
        String id = id(keeper.get(path(item) + "/move").body());
        var empty = keeper.post(path(item) + "/move", "id", id, "minutes", "", "reason", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Choose a meeting, or that it is taken off", "Enter why");
        scheduling.cancel(here.chair, second, 0, "Invented: snow");
        var late = keeper.post(
                path(item) + "/move", "id", id, "minutes", "", "to", second.toString(), "reason", "Invented: no time");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("This meeting was cancelled meanwhile", "Invented: no time");
        assertThat(standing(first)).hasSize(1);
    }

    @Test
    void theMinutesWentOutMeanwhileAndTheSecondPressMovesIt() throws Exception {
        var keeper = sender(here.coordinator);
        String id = id(keeper.get(path(item) + "/move").body());
        here.partnership.run(
                "insert into meeting.minutes_out (id, meeting_id, at, by) values (?, ?, now(), ?)",
                Assembly.newId(),
                first,
                here.chair.account());
        String[] typed = {"id", id, "minutes", "", "to", second.toString(), "reason", "Invented: no time"};
        var told = keeper.post(path(item) + "/move", typed);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("after you opened this page", "Invented: no time");
        assertThat(standing(first)).hasSize(1);
        var seen = Pattern.compile("name=\"minutes\" value=\"(\\d+)\"").matcher(told.body());
        assertThat(seen.find()).isTrue();
        typed[3] = seen.group(1);
        assertThat(keeper.post(path(item) + "/move", typed).statusCode()).isEqualTo(302);
        assertThat(standing(second)).hasSize(1);
    }

    @Test
    void whoDoesNotKeepTheBoardFindsNoneOfThesePages() throws Exception {
        var hub = partnership().viewer(here.team, Role.HUB_COORDINATOR, Purpose.HUB);
        for (Viewer other : List.of(hub, here.officer, here.worker)) {
            var sender = sender(other);
            for (String page : List.of("/items/move", "/order", "/items/" + item + "/move")) {
                assertThat(sender.get("/meetings/" + first + page).statusCode())
                        .as(page + " for " + other.role())
                        .isEqualTo(404);
            }
            assertThat(sender.get(path(item) + "/decisions/new").statusCode()).isEqualTo(404);
            assertThat(sender.post(
                                    path(item) + "/move",
                                    "id",
                                    Assembly.newId().toString(),
                                    "minutes",
                                    "",
                                    "to",
                                    "OFF",
                                    "reason",
                                    "x")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> moving.takeOff(here.officer, Assembly.newId(), first, item, "x"))
                .isInstanceOf(Absent.class);
        var elsewhere = new Assembly(partnership(), boards);
        UUID far = elsewhere.meeting(scheduling, 9);
        assertThatThrownBy(() -> moving.move(here.coordinator, Assembly.newId(), first, item, far, "x"))
                .as("another board")
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> moving.move(here.coordinator, Assembly.newId(), second, item, first, "x"))
                .as("an item of another meeting")
                .isInstanceOf(Absent.class);
        assertThat(standing(first)).hasSize(1);
    }

    @Test
    void whatAMeetingHeardStaysOnItsAgenda() {
        partnership()
                .run(
                        "insert into meeting.item_event (id, item_id, record_id, kind, what, words, at, by)"
                                + " values (?, ?, ?, 'CASE', 'HEARD', '', now(), ?)",
                        Assembly.newId(),
                        item,
                        here.victimsCase,
                        here.chair.account());
        assertThatThrownBy(() -> moving.takeOff(here.chair, Assembly.newId(), first, item, "x"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Rules.HEARD));
        assertThatThrownBy(() -> moving.move(here.chair, Assembly.newId(), first, item, second, "x"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void allOfACancelledMeetingIsMovedInOneGo() throws Exception {
        UUID third = here.partnership.record(RecordKind.CASE, here.team);
        agendas.putOn(here.coordinator, first, third, Section.WITH_CHILDREN, List.of());
        // What stands on the other agenda already leaves this one, and stands there once.
        agendas.putOn(here.coordinator, second, third, Section.WITH_CHILDREN, List.of());
        var keeper = sender(here.coordinator);
        String all = "/meetings/" + first + "/items/move";
        assertThat(keeper.get(all).statusCode()).as("it is still to come").isEqualTo(404);
        scheduling.cancel(here.coordinator, first, 0, "Invented: snow");
        assertThat(keeper.get("/meetings/" + first).body())
                .contains(all, path(item) + "/move")
                .doesNotContain("/meetings/" + first + "/order");
        assertThat(keeper.get(all).body()).contains("2 items were not heard", "Move 2 items");
        assertThat(keeper.post(all, "to", "", "reason", "").statusCode()).isEqualTo(422);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(keeper.post(all, "to", second.toString(), "reason", "Invented: snow")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(standing(first)).isEmpty();
        assertThat(standing(second)).extracting(AgendaItem::record).containsExactlyInAnyOrder(third, here.victimsCase);
        assertThat(standing(second)).allSatisfy(one -> assertThat(one.marks()).contains(Mark.DEFERRED_BEFORE));
        assertThat(agenda.of(here.coordinator, first))
                .allSatisfy(one -> assertThat(one.left()).isPresent());
    }

    @Test
    void anItemGoesUpAndDownAndTheSecondOfTwoIsTold() throws Exception {
        UUID other = here.partnership.record(RecordKind.CASE, here.team);
        UUID last = here.partnership.record(RecordKind.CASE, here.team);
        UUID two = agendas.putOn(here.coordinator, first, other, Section.ADULT_ONLY, List.of());
        UUID three = agendas.putOn(here.coordinator, first, last, Section.ADULT_ONLY, List.of());
        var keeper = sender(here.coordinator);
        String order = "/meetings/" + first + "/order";
        assertThat(keeper.get(order).body()).contains("To the top", "Down");
        assertThat(keeper.post(order, "item", three.toString(), "where", "FIRST", "version", "0")
                        .statusCode())
                .isEqualTo(302);
        assertThat(standing(first)).extracting(AgendaItem::id).containsExactly(three, item, two);
        var stale = keeper.post(order, "item", two.toString(), "where", "UP", "version", "0");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody ordered this agenda", "name=\"version\" value=\"1\"");
        assertThat(standing(first)).extracting(AgendaItem::id).containsExactly(three, item, two);
        keeper.post(order, "item", two.toString(), "where", "UP", "version", "1");
        assertThat(standing(first)).extracting(AgendaItem::id).containsExactly(three, two, item);
        keeper.post(order, "item", three.toString(), "where", "DOWN", "version", "2");
        assertThat(standing(first)).extracting(AgendaItem::id).containsExactly(two, three, item);
        moving.takeOff(here.chair, Assembly.newId(), first, two, "Invented: wrong board");
        var gone = keeper.post(order, "item", two.toString(), "where", "DOWN", "version", "3");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(keeper.post(order, "item", Assembly.newId().toString(), "where", "UP", "version", "3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDecisionIsRecordedOnceAndPutRightByAnother() throws Exception {
        var keeper = sender(here.chair);
        String id = id(keeper.get(path(item) + "/decisions/new").body());
        var empty = keeper.post(path(item) + "/decisions", "id", id, "words", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(keeper.post(path(item) + "/decisions", "id", id, "words", "Invented: ask for a plan")
                            .statusCode())
                    .isEqualTo(302);
        }
        var decided = agenda.of(here.officer, first).getFirst().decisions();
        assertThat(decided).extracting(AgendaItem.Decision::words).containsExactly("Invented: ask for a plan");
        assertThat(keeper.post(path(item) + "/decisions", "id", id, "words", "Invented: other words")
                        .statusCode())
                .isEqualTo(409);
        assertThat(sender(here.officer).get("/meetings/" + first).body())
                .contains("Decided: Invented: ask for a plan (Invented Person")
                .doesNotContain("decisions/");
        String change = path(item) + "/decisions/" + decided.getFirst().id() + "/edit";
        String form = keeper.get(change).body();
        assertThat(form).contains("Invented: ask for a plan");
        String corrects = decided.getFirst().id().toString();
        assertThat(keeper.post(
                                path(item) + "/decisions",
                                "id",
                                id(form),
                                "corrects",
                                corrects,
                                "words",
                                "Invented: ask for two plans")
                        .statusCode())
                .isEqualTo(302);
        var stale = keeper.post(
                path(item) + "/decisions",
                "id",
                Assembly.newId().toString(),
                "corrects",
                corrects,
                "words",
                "Invented: three plans");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Invented: three plans");
        assertThat(agenda.of(here.officer, first).getFirst().decisions())
                .extracting(AgendaItem.Decision::words)
                .containsExactly("Invented: ask for two plans");
    }

    @Test
    void otherBusinessEndsTheAgendaAndIsTakenOff() throws Exception {
        var keeper = sender(here.coordinator);
        String place = "/meetings/" + first;
        String id = id(keeper.get(place + "/business/new").body());
        assertThat(keeper.post(place + "/business", "id", id, "words", " ").statusCode())
                .isEqualTo(422);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(keeper.post(place + "/business", "id", id, "words", "Invented: the date in May")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(keeper.post(place + "/business", "id", id, "words", "Invented: another")
                        .statusCode())
                .isEqualTo(409);
        String read = sender(here.nurse).get(place).body();
        assertThat(read.split("Invented: the date in May", -1)).hasSize(2);
        assertThat(read.indexOf("action is open from meetings before"))
                .as("open actions come first")
                .isPositive()
                .isLessThan(read.indexOf("Cases past 12 months"));
        assertThat(read.indexOf("Cases past 12 months")).isLessThan(read.indexOf("Any other business"));
        String off = place + "/business/" + id + "/off";
        assertThat(sender(here.officer).post(off).statusCode()).isEqualTo(404);
        var hub = partnership().viewer(here.team, Role.HUB_COORDINATOR, Purpose.HUB);
        assertThat(sender(hub).post(off).statusCode()).isEqualTo(404);
        assertThat(sender(hub).get(place + "/business/new").statusCode()).isEqualTo(404);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(keeper.post(off).statusCode()).isEqualTo(302);
        }
        assertThat(keeper.get(place).body()).doesNotContain("Invented: the date in May");
    }

    @Test
    void aDecisionAboutTheMeetingIsRecordedOnceAndPutRight() throws Exception {
        var keeper = sender(here.chair);
        String place = "/meetings/" + first;
        String id = id(keeper.get(place + "/decisions/new").body());
        for (int sent = 0; sent < 2; sent++) {
            assertThat(keeper.post(place + "/decisions", "id", id, "words", "Invented: meet in May")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(sender(here.nurse).get(place).body().split("Invented: meet in May", -1))
                .hasSize(2);
        String form = keeper.get(place + "/decisions/" + id + "/edit").body();
        assertThat(form).contains("Invented: meet in May");
        assertThat(keeper.post(place + "/decisions", "id", id(form), "corrects", id, "words", "Invented: meet in June")
                        .statusCode())
                .isEqualTo(302);
        var stale = keeper.post(
                place + "/decisions",
                "id",
                Assembly.newId().toString(),
                "corrects",
                id,
                "words",
                "Invented: meet in July");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Invented: meet in July");
        assertThat(keeper.get(place).body()).contains("Invented: meet in June").doesNotContain("Invented: meet in May");
        assertThat(sender(here.officer).get(place + "/decisions/new").statusCode())
                .isEqualTo(404);
        scheduling.cancel(here.chair, first, 0, "Invented: snow");
        assertThat(keeper.post(place + "/decisions", "id", Assembly.newId().toString(), "words", "Invented: late")
                        .statusCode())
                .isEqualTo(409);
    }
}
