package org.witan.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.shared.Identity;

/// An invented hub of a test: its coordinator, a council, a landlord, the police and a charity, and a meeting in two
/// weeks. The police and the council are of a MARAC as well.
abstract class AHub extends RunningApplication {
    static final ZoneId HERE = ZoneId.of("Europe/London");
    final LocalDate today = LocalDate.now(HERE);

    @Autowired
    ReferringResidents referring;

    @Autowired
    ReadingHub reading;

    @Autowired
    HubMeetings meetings;

    @Autowired
    DecidingCases deciding;

    @Autowired
    AskingAgencies asking;

    @Autowired
    LeadingCases leading;

    @Autowired
    TaskingAgencies tasking;

    @Autowired
    MeasuringIndependence measuring;

    @Autowired
    SteppingCases stepping;

    @Autowired
    KeepingBoards boards;

    @Autowired
    Scheduling scheduling;

    UUID council;
    UUID force;
    UUID landlord;
    UUID charity;
    Viewer keeper;
    Viewer police;
    Viewer housing;
    Viewer helper;
    Viewer worker;
    Viewer marac;
    UUID board;
    UUID meeting;

    @BeforeEach
    void aHubWithAMeeting() {
        council = partnership().agency("DISTRICT_COUNCIL");
        force = partnership().agency("POLICE");
        landlord = partnership().agency("HOUSING_ASSOCIATION");
        charity = partnership().agency("CHARITY");
        keeper = partnership().viewer(council, Role.HUB_COORDINATOR, Purpose.HUB);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.HUB);
        housing = partnership().viewer(landlord, Role.REPRESENTATIVE, Purpose.HUB);
        helper = partnership().viewer(charity, Role.REPRESENTATIVE, Purpose.HUB);
        worker = partnership().viewer(landlord, Role.REFERRER, Purpose.HUB);
        marac = partnership().viewer(council, Role.COORDINATOR, Purpose.MARAC);
        UUID conference = newId();
        boards.add(marac, conference, BoardKind.MARAC, "Invented MARAC " + conference, "", council);
        boards.addAgency(marac, conference, force, true);
        board = newId();
        boards.add(keeper, board, BoardKind.HUB, "Invented hub " + board, "Inventown", council);
        List.of(force, landlord, charity).forEach(agency -> boards.addAgency(keeper, board, agency, true));
        meeting = meetingIn(14);
    }

    UUID meetingIn(int days) {
        UUID id = newId();
        Instant starts =
                today.plusDays(days).atTime(LocalTime.of(10, 0)).atZone(HERE).toInstant();
        scheduling.schedule(keeper, id, board, new Timing(starts, 60, "Invented Hall", ""));
        return id;
    }

    static UUID newId() {
        return Identity.at(Instant.now());
    }

    /// A resident who has no home and children at no address.
    ResidentReferral resident(String name, String... needs) {
        return new ResidentReferral(
                name,
                "Inventley",
                LocalDate.of(1961, 4, 3),
                "07700 900123, mornings",
                "7 Invented Row",
                "ZZ12 3ZZ",
                List.of(new ResidentReferral.Child("Small Inventley", "2019")),
                List.of(needs),
                "Invented: lives among rubbish",
                "Invented: we rang and wrote",
                true,
                "",
                "");
    }

    UUID referred(String name, String... needs) {
        UUID id = newId();
        referring.refer(worker, id, resident(name, needs));
        return id;
    }

    UUID added(String name, String... needs) {
        UUID id = referred(name, needs);
        add(id, meeting);
        return id;
    }

    void add(UUID id, UUID to) {
        deciding.add(keeper, newId(), id, version(id), adding(to, false));
    }

    DecidingCases.Adding adding(UUID to, boolean urgent) {
        return new DecidingCases.Adding(
                to, "Invented: several agencies are needed", urgent, true, true, "see who helps");
    }

    int version(UUID id) {
        return reading.open(keeper, id).line().version();
    }

    HubCaseInFull.Request request(Viewer viewer, UUID id) {
        return reading.open(viewer, id).requests().stream()
                .filter(HubCaseInFull.Request::mine)
                .findFirst()
                .orElseThrow();
    }
}
