package org.witan.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;

/// An invented board of a test with its agencies, and a case that it hears.
public final class Assembly {
    public final Partnership partnership;
    public final UUID team;
    public final UUID police;
    public final UUID health;
    public final UUID programme;
    public final Viewer coordinator;
    public final Viewer chair;
    public final Viewer officer;
    public final Viewer nurse;
    public final Viewer worker;
    public final UUID board = newId();
    /// A case in which the police take part and health does not.
    public final UUID victimsCase;
    public final String name = "Invented board " + board;

    public Assembly(Partnership partnership, KeepingBoards boards) {
        this.partnership = partnership;
        team = partnership.agency("PARTNERSHIP");
        police = partnership.agency("POLICE");
        health = partnership.agency("HOSPITAL");
        programme = partnership.agency("PERPETRATOR_SERVICE");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        chair = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership.viewer(health, Role.REPRESENTATIVE, Purpose.MARAC);
        worker = partnership.viewer(programme, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        boards.add(coordinator, board, BoardKind.MARAC, name, "Nowhere", team);
        boards.addAgency(coordinator, board, police, true);
        boards.addAgency(coordinator, board, health, false);
        victimsCase = partnership.record(RecordKind.CASE, team);
        partnership.run(
                "insert into access.party (record_id, agency_id, from_at) values (?, ?, now())", victimsCase, police);
    }

    /// A meeting of the board, so many days from now at half past nine.
    public UUID meeting(Scheduling scheduling, int days) {
        UUID id = newId();
        scheduling.schedule(coordinator, id, board, at(days, "Invented House"));
        return id;
    }

    public static Timing at(int days, String place) {
        Instant starts = today().plusDays(days)
                .atTime(9, 30)
                .atZone(ZoneId.of("Europe/London"))
                .toInstant();
        return new Timing(starts.truncatedTo(ChronoUnit.SECONDS), 180, place, "");
    }

    /// An action of an agency in the case.
    public UUID action(AgreeingActions agreeing, @Nullable UUID agency, int dueInDays, String words) {
        return action(agreeing, new Action.Term(agency, null, today().plusDays(dueInDays)), words);
    }

    public UUID action(AgreeingActions agreeing, Action.Term term, String words) {
        UUID id = newId();
        var content = new Action.Content(words, Area.HOME_SAFETY, Subject.VICTIM);
        agreeing.agree(coordinator, new AgreeingActions.Agreed(id, board, victimsCase, null, term, content, true));
        return id;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    public static UUID newId() {
        return Identity.at(Instant.now());
    }
}
