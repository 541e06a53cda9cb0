package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Channel;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.Role;

/// Boards, their meetings, what is on agendas, and who comes.
class SchedulingTest extends RunningApplication {
    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private DaysOff daysOff;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private KeepingAgendas agendas;

    @Autowired
    private MovingItems moving;

    @Autowired
    private Agenda agenda;

    @Autowired
    private Deciding deciding;

    @Autowired
    private Calendars calendars;

    private Assembly here;

    @BeforeEach
    void invent() {
        here = new Assembly(partnership(), boards);
    }

    @Test
    void theNamesInTheCodeAreTheRowsOfTheDatabase() {
        assertRows("kind", BoardKind.values());
        assertRows("setting_kind", Setting.values());
        assertRows("section", Section.values());
        assertRows("mark", Mark.values());
        assertRows("item_event_kind", Happening.values());
        assertRows("capacity", Capacity.values());
        assertRows("state", ActionState.values());
        assertRows("area", Area.values());
        assertRows("subject", Subject.values());
        assertThat(here.partnership.asked("select code from meeting.state where closes"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ActionState.values())
                        .filter(ActionState::closes)
                        .map(Enum::name)
                        .toList());
    }

    private void assertRows(String table, Enum<?>[] names) {
        assertThat(new TreeSet<>(here.partnership.asked("select code from meeting." + table)))
                .isEqualTo(new TreeSet<>(Arrays.stream(names).map(Enum::name).toList()));
    }

    @Test
    void aMeetingIsMovedAndWhatWasAnnouncedStays() {
        UUID id = here.meeting(scheduling, 20);
        Meeting first = scheduling.open(here.officer, id);
        assertThat(first.moved()).isZero();
        scheduling.sendList(here.coordinator, id, first.version());
        scheduling.move(here.coordinator, id, first.version() + 1, Assembly.at(22, "Elsewhere"), "Snow");
        Meeting moved = scheduling.open(here.officer, id);
        assertThat(moved.place()).isEqualTo("Elsewhere");
        assertThat(moved.moved()).isEqualTo(1);
        assertThat(moved.movedBecause()).isEqualTo("Snow");
        assertThat(moved.listOutAt()).isNotNull();
        assertThat(here.partnership.asked("select place from meeting.timing where meeting_id = ? order by version", id))
                .containsExactly("Invented House", "Elsewhere");
        assertThatThrownBy(() -> here.partnership.run("update meeting.timing set place = 'x' where meeting_id = ?", id))
                .hasMessageContaining("never changed");
    }

    @Test
    void theSecondOfTwoWhoMoveAMeetingIsTold() {
        UUID id = here.meeting(scheduling, 20);
        scheduling.move(here.coordinator, id, 0, Assembly.at(21, "First"), "one");
        assertRefused(Rules.STALE, () -> scheduling.move(here.chair, id, 0, Assembly.at(22, "Second"), "two"));
        assertThat(scheduling.open(here.chair, id).place()).isEqualTo("First");
        scheduling.cancel(here.chair, id, 1, "Snow");
        assertRefused(Rules.CANCELLED, () -> scheduling.move(here.chair, id, 2, Assembly.at(22, "Late"), "three"));
        assertThat(scheduling.open(here.officer, id).cancelledBecause()).isEqualTo("Snow");
    }

    @Test
    void aFormThatIsSentTwiceSchedulesOneMeeting() {
        UUID id = Assembly.newId();
        scheduling.schedule(here.coordinator, id, here.board, Assembly.at(9, "Invented House"));
        scheduling.schedule(here.coordinator, id, here.board, Assembly.at(9, "Invented House"));
        assertThat(boards.open(here.coordinator, here.board).meetings()).hasSize(1);
        assertRefused(
                Rules.SENT_BEFORE,
                () -> scheduling.schedule(here.coordinator, id, here.board, Assembly.at(10, "Invented House")));
    }

    @Test
    void whoOnlyTakesPartSchedulesNothingAndWhoDoesNotSeesNothing() {
        UUID id = here.meeting(scheduling, 5);
        assertAbsent(() -> scheduling.schedule(here.officer, Assembly.newId(), here.board, Assembly.at(9, "x")));
        assertAbsent(() -> scheduling.move(here.officer, id, 0, Assembly.at(9, "x"), "y"));
        assertAbsent(() -> scheduling.cancel(here.officer, id, 0, "y"));
        assertAbsent(() -> boards.addAgency(here.officer, here.board, here.programme, true));
        assertAbsent(() -> boards.set(here.officer, here.board, 0, Map.of(Setting.CUT_OFF_DAYS, 1), "y"));
        assertThat(scheduling.coming(here.officer)).extracting(Meeting::id).contains(id);
        var firefighter = here.partnership.viewer(here.partnership.agency("FIRE"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(scheduling.coming(firefighter)).extracting(Meeting::id).doesNotContain(id);
        assertAbsent(() -> scheduling.open(firefighter, id));
        assertAbsent(() -> boards.open(here.worker, here.board));
        assertAbsent(() -> boards.add(
                here.officer, Assembly.newId(), BoardKind.MARAC, "Invented " + Assembly.newId(), "", here.police));
        assertAbsent(() -> boards.add(
                here.coordinator, Assembly.newId(), BoardKind.HUB, "Invented " + Assembly.newId(), "", here.team));
    }

    @Test
    void theBoardSetsItsOwnDatesAndTheSecondOfTwoIsTold() {
        int version = boards.open(here.coordinator, here.board).board().version();
        boards.set(here.coordinator, here.board, version, Map.of(Setting.LIST_OUT_DAYS, 3), "It meets weekly");
        var settings = boards.open(here.officer, here.board).settings();
        assertThat(settings.value(Setting.LIST_OUT_DAYS)).isEqualTo(3);
        assertThat(settings.line(Setting.LIST_OUT_DAYS).source()).isEqualTo("It meets weekly");
        assertThat(settings.value(Setting.MINUTES_DUE_DAYS)).isEqualTo(3);
        assertThat(settings.line(Setting.MINUTES_DUE_DAYS).since()).isNull();
        assertRefused(
                Rules.STALE,
                () -> boards.set(here.chair, here.board, version, Map.of(Setting.LIST_OUT_DAYS, 5), "late"));
        assertAbsent(() ->
                boards.set(here.coordinator, here.board, version + 1, Map.of(Setting.LIST_OUT_DAYS, 500), "too many"));
    }

    @Test
    void thePartnershipTakesADayOffAndGivesItBack() {
        // Far ahead, so that no other test counts across it.
        LocalDate day = LocalDate.of(2093, 6, 2);
        assertThat(daysOff.workingDays(here.officer).isWorking(day)).isTrue();
        daysOff.say(here.coordinator, day, true, "Invented jubilee");
        assertThat(daysOff.workingDays(here.officer).isWorking(day)).isFalse();
        daysOff.say(here.coordinator, day, false, "Called off");
        assertThat(daysOff.workingDays(here.officer).isWorking(day)).isTrue();
        assertAbsent(() -> daysOff.say(here.officer, day, true, "Not theirs"));
    }

    @Test
    void whoComesIsRecordedPutRightAndTheSecondOfTwoIsTold() {
        UUID meeting = here.meeting(scheduling, 1);
        UUID row = Assembly.newId();
        var given = new Attendance.Given(
                here.police, here.officer.account(), "", Capacity.REPRESENTATIVE, Came.PRESENT, null, null);
        attendance.record(here.coordinator, row, meeting, given, null);
        attendance.record(here.coordinator, row, meeting, given, null);
        assertThat(attendance.of(here.officer, meeting)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Invented Person");
            assertThat(one.unsigned()).isTrue();
        });
        var signed = new Attendance.Given(
                here.police,
                null,
                "Invented Deputy 🦉 ממלא מקום",
                Capacity.DEPUTY,
                Came.PRESENT,
                null,
                Assembly.today());
        attendance.record(here.coordinator, Assembly.newId(), meeting, signed, row);
        assertThat(attendance.of(here.officer, meeting)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Invented Deputy 🦉 ממלא מקום");
            assertThat(one.unsigned()).isFalse();
        });
        assertRefused(Rules.STALE, () -> attendance.record(here.chair, Assembly.newId(), meeting, signed, row));
        assertAbsent(() -> attendance.record(here.officer, Assembly.newId(), meeting, signed, null));
        var stranger = new Attendance.Given(
                here.health, here.officer.account(), "", Capacity.REPRESENTATIVE, Came.PRESENT, null, null);
        assertRefused(
                Rules.NOT_THERE, () -> attendance.record(here.coordinator, Assembly.newId(), meeting, stranger, null));
    }

    @Test
    void anAgendaShowsEachReaderOnlyTheRecordsThatAreOpenToThem() {
        UUID meeting = here.meeting(scheduling, 6);
        UUID hidden = here.partnership.record(RecordKind.CASE, here.team);
        UUID item = agendas.putOn(
                here.coordinator, meeting, here.victimsCase, Section.WITH_CHILDREN, List.of(Mark.TRANSFERRED_IN));
        agendas.putOn(here.coordinator, meeting, hidden, Section.ADULT_ONLY, List.of());
        assertThat(agenda.of(here.coordinator, meeting))
                .extracting(AgendaItem::record)
                .containsExactly(here.victimsCase, hidden);
        assertThat(agenda.of(here.officer, meeting)).singleElement().satisfies(one -> {
            assertThat(one.record()).isEqualTo(here.victimsCase);
            assertThat(one.marks()).containsExactly(Mark.TRANSFERRED_IN);
        });
        assertThat(agenda.of(here.nurse, meeting)).isEmpty();
        deciding.decide(here.coordinator, Assembly.newId(), meeting, item, "Invented decision", null);
        assertThat(agenda.of(here.officer, meeting).getFirst().decisions())
                .extracting(AgendaItem.Decision::words)
                .containsExactly("Invented decision");
        assertAbsent(() -> deciding.decide(here.officer, Assembly.newId(), meeting, item, "Not theirs", null));
        assertAbsent(() -> agendas.putOn(here.officer, meeting, here.victimsCase, Section.ADULT_ONLY, List.of()));
        assertRefused(
                Rules.ON_AGENDA,
                () -> agendas.putOn(here.coordinator, meeting, here.victimsCase, Section.ADULT_ONLY, List.of()));
    }

    @Test
    void anItemIsDeferredToTheNextMeetingAndTheFactStays() {
        UUID first = here.meeting(scheduling, 6);
        UUID second = here.meeting(scheduling, 20);
        UUID item = agendas.putOn(here.coordinator, first, here.victimsCase, Section.ADULT_ONLY, List.of(Mark.REPEAT));
        moving.move(here.coordinator, Assembly.newId(), first, item, second, "The IDVA is ill");
        assertThat(agenda.of(here.officer, first)).singleElement().satisfies(one -> {
            assertThat(one.off()).isTrue();
            assertThat(one.events()).extracting(AgendaItem.Event::what).containsExactly(Happening.DEFERRED);
        });
        assertThat(agenda.of(here.officer, second)).singleElement().satisfies(one -> {
            assertThat(one.record()).isEqualTo(here.victimsCase);
            assertThat(one.marks()).containsExactlyInAnyOrder(Mark.REPEAT, Mark.DEFERRED_BEFORE);
        });
        UUID deferred = agenda.of(here.coordinator, second).getFirst().id();
        moving.takeOff(here.coordinator, Assembly.newId(), second, deferred, "Withdrawn");
        agendas.putOn(here.coordinator, second, here.victimsCase, Section.ADULT_ONLY, List.of());
        assertThat(agenda.of(here.officer, second)).extracting(AgendaItem::off).containsExactly(false, true);
    }

    @Test
    void theChairOrdersTheAgendaAndTheSecondOfTwoIsTold() {
        UUID meeting = here.meeting(scheduling, 6);
        UUID other = here.partnership.record(RecordKind.CASE, here.team);
        UUID one = agendas.putOn(here.coordinator, meeting, here.victimsCase, Section.ADULT_ONLY, List.of());
        UUID two = agendas.putOn(here.coordinator, meeting, other, Section.ADULT_ONLY, List.of());
        agendas.order(here.chair, meeting, 0, Section.ADULT_ONLY, List.of(two, one));
        assertThat(agenda.of(here.coordinator, meeting))
                .extracting(AgendaItem::id)
                .containsExactly(two, one);
        assertRefused(
                Rules.STALE, () -> agendas.order(here.coordinator, meeting, 0, Section.ADULT_ONLY, List.of(one, two)));
        agendas.order(here.chair, meeting, 1, Section.WITH_CHILDREN, List.of(one));
        assertThat(agenda.of(here.coordinator, meeting))
                .extracting(AgendaItem::id)
                .containsExactly(one, two);
    }

    @Test
    void aCalendarTellsTimesAndPlacesUntilItIsRevoked() {
        here.meeting(scheduling, 12);
        String secret = calendars.make(here.officer);
        var nobody = new Caller(null, new Origin(Channel.PAGE, "GET /test", "127.0.0.1", ""));
        assertThat(calendars.read(nobody, secret)).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo("Invented House");
            assertThat(one.cancelled()).isFalse();
        });
        assertThat(here.partnership.count(
                        "select count(*) from meeting.calendar where digest = convert_to(?, 'UTF8')", secret))
                .as("the secret itself is kept nowhere")
                .isZero();
        assertAbsent(() -> calendars.read(nobody, secret + "x"));
        UUID id = calendars.list(here.officer).getFirst().id();
        assertAbsent(() -> calendars.revoke(here.nurse, id));
        calendars.revoke(here.officer, id);
        assertAbsent(() -> calendars.read(nobody, secret));
        String second = calendars.make(here.officer);
        here.partnership.end(here.officer.membership());
        assertThat(calendars.read(nobody, second))
                .as("who acts for nobody meets nobody")
                .isEmpty();
    }

    private static void assertAbsent(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Absent.class);
    }

    private static void assertRefused(String rule, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(rule));
    }
}
