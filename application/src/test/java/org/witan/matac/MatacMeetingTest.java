package org.witan.matac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Channel;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.MatacMeetings.MeetingInFull;
import org.witan.matac.Nominating.Assessed;
import org.witan.matac.Nomination.Outcome;
import org.witan.matac.Recorded.Human;
import org.witan.meeting.Action;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Area;
import org.witan.meeting.Attendance;
import org.witan.meeting.BoardKind;
import org.witan.meeting.CalendarFile;
import org.witan.meeting.Calendars;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Subject;
import org.witan.meeting.Timing;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What a meeting of a MATAC has to decide, for whom, and that nobody else learns of it.
class MatacMeetingTest extends RunningApplication {
    private static final LocalDate GROWN = LocalDate.of(1981, 5, 17);
    private final LocalDate today = LocalDate.now(Recorded.HERE);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private MatacMeetings meetings;

    @Autowired
    private Nominating nominating;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Witnessing witnessing;

    private UUID police;
    private Viewer officer;
    private Viewer nurse;
    private Viewer coordinator;
    private Viewer chair;
    private Recorded recorded;
    private UUID board;
    private String name;

    @BeforeEach
    void aBoardOfPoliceAndHospital() {
        police = partnership().agency("POLICE");
        UUID hospital = partnership().agency("HOSPITAL");
        UUID team = partnership().agency("PARTNERSHIP");
        officer = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership().viewer(hospital, Role.REPRESENTATIVE, Purpose.MARAC);
        coordinator = partnership().viewer(team, Role.COORDINATOR, Purpose.MARAC);
        chair = partnership().viewer(team, Role.CHAIR, Purpose.MARAC);
        recorded = new Recorded(application, police);
        board = Recorded.id();
        name = "Invented MATAC " + board;
        boards.add(coordinator, board, BoardKind.MATAC, name, "Inventown", team);
        List.of(police, hospital).forEach(agency -> boards.addAgency(coordinator, board, agency, true));
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    /// Also when somebody sends it past the page, which offers no such board.
    @Test
    void noActionIsFollowedUpByAMatac() {
        UUID file = partnership().record(RecordKind.CASE, coordinator.agency());
        UUID action = Recorded.id();
        assertThatThrownBy(() -> agreeing.agree(coordinator, action(action, board, file)))
                .isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from meeting.action where record_id = ?", action))
                .isZero();
        UUID marac = Recorded.id();
        boards.add(coordinator, marac, BoardKind.MARAC, "Invented MARAC " + marac, "", coordinator.agency());
        agreeing.agree(coordinator, action(action, marac, file));
        assertThat(partnership().count("select count(*) from meeting.action where record_id = ?", action))
                .isEqualTo(1);
    }

    private static AgreeingActions.Agreed action(UUID id, UUID board, UUID file) {
        return new AgreeingActions.Agreed(
                id,
                board,
                file,
                null,
                new Action.Term(null, null, LocalDate.now(Recorded.HERE).plusDays(9)),
                new Action.Content("Invented: new locks", Area.HOUSING, Subject.VICTIM),
                true);
    }

    private UUID meetingIn(int days) {
        UUID id = Recorded.id();
        scheduling.schedule(coordinator, id, board, timing(days));
        return id;
    }

    private Timing timing(int days) {
        Instant starts = today.plusDays(days)
                .atTime(9, 30)
                .atZone(ZoneId.of("Europe/London"))
                .toInstant();
        return new Timing(starts, 120, "Invented Hall", "");
    }

    /// Somebody who is suspected of two events against two victims.
    private UUID suspect() {
        Human one = Human.born(GROWN);
        recorded.crime(Human.born(GROWN), one, today.minusDays(120), "8N");
        return recorded.crime(Human.born(GROWN), one, today.minusDays(130), "8N")
                .suspect();
    }

    private UUID nominated(UUID record, int daysAgo) {
        UUID id = Recorded.id();
        partnership().run("""
                insert into matac.nomination (id, record_id, reason, agency_id, on_day, at, by)
                values (?, ?, 'Invented reason', ?, ?, now(), ?)
                """, id, record, police, today.minusDays(daysAgo), officer.account());
        return id;
    }

    private void decided(UUID nomination, int version, Outcome outcome, String words, int daysAgo) {
        partnership()
                .run(
                        """
                insert into matac.decision (id, nomination_id, record_id, version, outcome, approach, words, on_day, at, by)
                select ?, n.id, n.record_id, ?, ?, case when ? = 'ADOPTED' then 'DISRUPTION' end, ?, ?, now(), ?
                from matac.nomination n where n.id = ?
                """,
                        Recorded.id(),
                        version,
                        outcome.name(),
                        outcome.name(),
                        words,
                        today.minusDays(daysAgo),
                        chair.account(),
                        nomination);
    }

    private static List<UUID> ids(List<Assessed> some) {
        return some.stream().map(one -> one.nomination().id()).toList();
    }

    private static List<String> words(MeetingInFull found) {
        return found.decided().stream().map(one -> one.decision().words()).toList();
    }

    // ------------------------------------------------------------------------------------------- what is to be decided

    @Test
    void aNominationAfterTheCutOffWaitsForTheNextMeeting() {
        UUID first = meetingIn(5);
        UUID second = meetingIn(33);
        UUID early = nominated(suspect(), 60);
        String reference = partnership()
                .asked("select reference from access.record where id = ?", suspect())
                .getFirst();
        UUID late = Recorded.id();
        assertThat(nominating.nominate(officer, late, reference, "Invented")).isTrue();
        var soon = meetings.open(officer, first);
        assertThat(soon.dated().cutOff()).isBefore(today);
        assertThat(ids(soon.waiting())).containsExactly(early);
        assertThat(soon.late()).isOne();
        var later = meetings.open(officer, second);
        assertThat(later.dated().cutOff()).isAfter(today);
        assertThat(ids(later.waiting())).containsExactly(late, early);
        assertThat(later.late()).isZero();
    }

    @Test
    void whoWasTakenOnIsLookedAtAgainAndWhatWasDecidedSinceTheMeetingBeforeIsTold() {
        UUID longAgo = meetingIn(-56);
        UUID before = meetingIn(-28);
        UUID cancelled = meetingIn(-7);
        scheduling.cancel(coordinator, cancelled, 0, "Invented flood");
        UUID next = meetingIn(7);
        UUID kept = nominated(suspect(), 90);
        decided(kept, 1, Outcome.ADOPTED, "taken on long ago", 50);
        UUID taken = nominated(suspect(), 80);
        decided(taken, 1, Outcome.ADOPTED, "taken on at the meeting before", 28);
        UUID over = nominated(suspect(), 90);
        decided(over, 1, Outcome.ADOPTED, "taken on and over", 56);
        decided(over, 2, Outcome.ENDED, "moved away", 3);
        UUID refused = nominated(suspect(), 70);
        decided(refused, 1, Outcome.NOT_ADOPTED, "not this one", 27);

        var found = meetings.open(officer, next);
        assertThat(found.since()).isEqualTo(today.minusDays(28));
        assertThat(ids(found.waiting())).isEmpty();
        assertThat(ids(found.takenOn())).containsExactly(taken, kept);
        assertThat(found.takenOn()).allSatisfy(one -> assertThat(one.fall()).isNotNull());
        assertThat(words(found)).containsExactly("moved away", "not this one", "taken on at the meeting before");
        // As it stood then: two waited for the meeting before, and two were on.
        var then = meetings.open(officer, before);
        assertThat(ids(then.waiting())).containsExactlyInAnyOrder(taken, refused);
        assertThat(ids(then.takenOn())).containsExactlyInAnyOrder(kept, over);
        assertThat(words(then))
                .containsExactly("taken on at the meeting before", "taken on long ago", "taken on and over");
        assertThat(then.late()).isZero();
        assertThat(meetings.open(officer, longAgo).since()).isNull();
    }

    @Test
    void whatIsDecidedTodayLeavesTheNextMeetingAndStaysOnTheOneOfToday() {
        UUID now = meetingIn(0);
        UUID next = meetingIn(28);
        UUID one = nominated(suspect(), 60);
        assertThat(nominating.decide(chair, Recorded.id(), one, 0, Outcome.ADOPTED, "SUPPORT", "agreed today"))
                .isTrue();
        var found = meetings.open(officer, now);
        assertThat(ids(found.waiting())).containsExactly(one);
        assertThat(found.takenOn()).isEmpty();
        assertThat(words(found)).containsExactly("agreed today");
        var later = meetings.open(officer, next);
        assertThat(later.waiting()).isEmpty();
        assertThat(ids(later.takenOn())).containsExactly(one);
        assertThat(words(later)).containsExactly("agreed today");
    }

    // --------------------------------------------------------------------------------------------------- who may see
    // it

    @Test
    void eachSeesThePersonsWhoAreOpenToThemAndNobodyElseSeesTheMeeting() {
        UUID meeting = meetingIn(20);
        UUID waiting = nominated(suspect(), 60);
        UUID taken = nominated(suspect(), 60);
        decided(taken, 1, Outcome.ADOPTED, "invented", 2);
        for (Viewer lead : List.of(coordinator, chair, officer)) {
            var found = meetings.open(lead, meeting);
            assertThat(ids(found.waiting())).contains(waiting);
            assertThat(ids(found.takenOn())).contains(taken);
        }
        var seen = meetings.open(nurse, meeting);
        assertThat(seen.waiting()).isEmpty();
        assertThat(seen.takenOn()).isEmpty();
        assertThat(seen.decided()).isEmpty();
        assertThat(seen.late()).isZero();
        for (Viewer other : others()) {
            assertThatThrownBy(() -> meetings.open(other, meeting)).isInstanceOf(Absent.class);
            assertThat(meetings.list(other).coming())
                    .noneMatch(one -> one.meeting().id().equals(meeting));
            assertThat(scheduling.coming(other)).noneMatch(one -> one.id().equals(meeting));
        }
        assertThat(partnership().deedsOf(officer.account())).contains("READ matac meeting DONE");
    }

    private List<Viewer> others() {
        return List.of(
                partnership().viewer(partnership().agency("FIRE"), Role.REPRESENTATIVE, Purpose.MARAC),
                partnership().viewer(police, Role.TASKING_MEMBER, Purpose.TASKING),
                partnership().viewer(police, Role.ANALYST, Purpose.STATISTICS),
                partnership().viewer(police, Role.IDVA, Purpose.SUPPORT),
                partnership().viewer(police, Role.HUB_COORDINATOR, Purpose.HUB));
    }

    @Test
    void aMeetingOfAnotherKindIsNone() {
        UUID marac = Recorded.id();
        UUID meeting = Recorded.id();
        boards.add(coordinator, marac, BoardKind.MARAC, "Invented MARAC " + marac, "", coordinator.agency());
        scheduling.schedule(coordinator, meeting, marac, timing(9));
        assertThatThrownBy(() -> meetings.open(coordinator, meeting)).isInstanceOf(Absent.class);
        assertThat(meetings.list(coordinator).coming())
                .noneMatch(one -> one.meeting().id().equals(meeting));
    }

    @Test
    void whoeverSpeaksForAnAgencyKeepsNothing() {
        UUID meeting = meetingIn(20);
        assertThatThrownBy(() -> scheduling.schedule(officer, Recorded.id(), board, timing(30)))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> scheduling.cancel(officer, meeting, 0, "no")).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> boards.add(officer, Recorded.id(), BoardKind.MATAC, "Invented " + board, "", police))
                .isInstanceOf(Absent.class);
        var tasking = partnership().viewer(police, Role.TASKING_MEMBER, Purpose.TASKING);
        assertThatThrownBy(() -> boards.add(tasking, Recorded.id(), BoardKind.MATAC, "Invented " + board, "", police))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aCalendarSaysWhenAndWhereAndNotThatItIsAMatac() {
        UUID meeting = meetingIn(12);
        var nobody = new Caller(null, new Origin(Channel.PAGE, "GET /test", "127.0.0.1", ""));
        String file = CalendarFile.of(calendars.read(nobody, calendars.make(officer)));
        assertThat(file)
                .contains(meeting.toString(), "Invented Hall", "Witan: meeting")
                .doesNotContain("MATAC");
    }

    // ------------------------------------------------------------------------------------------------ what is sent
    // twice

    @Test
    void whatIsSentTwiceIsThereOnce() {
        boards.add(coordinator, board, BoardKind.MATAC, name, "Inventown", coordinator.agency());
        UUID meeting = Recorded.id();
        scheduling.schedule(coordinator, meeting, board, timing(20));
        scheduling.schedule(coordinator, meeting, board, timing(20));
        UUID row = Recorded.id();
        var came =
                new Attendance.Given(police, officer.account(), "", Capacity.REPRESENTATIVE, Came.PRESENT, null, today);
        attendance.record(coordinator, row, meeting, came, null);
        attendance.record(coordinator, row, meeting, came, null);
        assertThat(attendance.of(officer, meeting)).hasSize(1);
        assertThat(attendance.colleagues(coordinator, meeting))
                .extracting(RecordingAttendance.Colleague::account)
                .contains(officer.account(), nurse.account());
        assertThat(meetings.list(officer).coming())
                .singleElement()
                .satisfies(one -> assertThat(one.meeting().id()).isEqualTo(meeting));
        assertThat(partnership().count("select count(*) from meeting.board where name = ?", name))
                .isOne();
    }

    // ------------------------------------------------------------------------------------------------------- four
    // weeks

    @Test
    void theNextDayIsFourWeeksAfterTheLastThatIsNotCancelled() {
        assertThat(next()).isEmpty();
        meetingIn(-100);
        assertThat(next()).hasValue(today.plusDays(12));
        meetingIn(3);
        scheduling.cancel(coordinator, meetingIn(31), 0, "Invented flood");
        assertThat(next()).hasValue(today.plusDays(31));
    }

    private Optional<LocalDate> next() {
        return meetings.list(officer).boards().stream()
                .filter(one -> one.board().id().equals(board))
                .flatMap(one -> Stream.ofNullable(one.next()))
                .findFirst();
    }

    @Test
    void whoeverLeadsIsToldOfTheMeetingOfThisWeekAndWhatWaitsForIt() {
        meetingIn(1);
        nominated(suspect(), 60);
        var next = witnessing
                .witness(chair, Deed.of(Verb.LIST, "test"), meetings::soon)
                .orElseThrow();
        assertThat(next.meeting().day()).isBetween(today, today.plusDays(7));
        assertThat(next.waiting()).isPositive();
        var none = witnessing.witness(nurse, Deed.of(Verb.LIST, "test"), meetings::soon);
        assertThat(none).hasValueSatisfying(one -> assertThat(one.waiting()).isZero());
        var fire = partnership().viewer(partnership().agency("FIRE"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(witnessing.witness(fire, Deed.of(Verb.LIST, "test"), meetings::soon))
                .isEmpty();
    }

    // ------------------------------------------------------------------------------------------------------------
    // pages

    private HttpResponse<String> get(Viewer viewer, String path) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, new Presence(Instant.now()), application)).get(path);
    }

    @Test
    void thePagesSayWhatIsToBeDecidedAndOnlyWhoeverLeadsDecides() throws Exception {
        meetingIn(-28);
        UUID meeting = meetingIn(1);
        UUID waiting = nominated(suspect(), 60);
        UUID taken = nominated(suspect(), 60);
        decided(taken, 1, Outcome.ADOPTED, "Invented agreement", 28);
        var list = get(officer, "/matac/meetings");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains(name, "Nominations close", "/matac/meetings/" + meeting, "Past meetings")
                .doesNotContain("Schedule a meeting", "Add a board");
        assertThat(get(coordinator, "/matac/meetings").body())
                .contains(
                        "Schedule a meeting of " + name,
                        "/meetings/boards/" + board + "/schedule?day=" + today.plusDays(29),
                        "Add a board of the kind MATAC");
        assertThat(get(coordinator, "/meetings/boards/" + board + "/schedule?day=" + today.plusDays(29))
                        .body())
                .contains("value=\"" + Days.typed(today.plusDays(29)) + "\"");
        var page = get(officer, "/matac/meetings/" + meeting);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("To decide: 1 nomination", "Invented reason", "Taken on, to look at again: 1 person")
                .contains("Disruption first: Invented agreement", "Decided since the meeting before")
                .contains("/meetings/" + meeting, "convicted of nothing", "Score today")
                .doesNotContain("Write down the decision", "/matac/nominations/" + waiting);
        assertThat(get(chair, "/matac/meetings/" + meeting).body())
                .contains("/matac/nominations/" + waiting, "/matac/nominations/" + taken);
        assertThat(get(chair, "/work").body())
                .containsPattern("nominations? waits? for it")
                .contains("/matac/meetings/");
        assertThat(get(nurse, "/matac/meetings/" + meeting).body())
                .contains("To decide: nobody")
                .doesNotContain("Invented reason", "Invented agreement");
    }

    @Test
    void otherRolesAndAgenciesGetNoPage() throws Exception {
        UUID meeting = meetingIn(20);
        for (Viewer other : others()) {
            assertThat(get(other, "/matac/meetings/" + meeting).statusCode()).isIn(403, 404);
            assertThat(get(other, "/matac/meetings").body()).doesNotContain(name);
        }
        assertThat(get(officer, "/matac/meetings/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
