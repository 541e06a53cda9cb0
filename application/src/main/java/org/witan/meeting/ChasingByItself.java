package org.witan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Witnessing;
import org.witan.shared.WorkingDays;

/// Asks agencies for their open actions before each meeting, whether or not somebody thinks of it:
/// so many working days before as the board has set, once for a meeting, and for what [Chasing]
/// asks for. Several nodes may do it at once.
///
/// It is nobody, and to nobody the rule shows no record: it learns which meetings come, and the
/// database does the asking in the same transaction in which it keeps that it was done.
@Component
class ChasingByItself {
    private static final Caller JOB = new Caller(null, Origin.job("chasing"));
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    ChasingByItself(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// Asks before every meeting for which it is time. One that nobody asked before, because
    /// nothing ran on that day, is asked for later, until it begins.
    ///
    /// @return for how many actions it asked
    int round() {
        List<Coming> coming = coming();
        if (coming.isEmpty()) {
            return 0;
        }
        WorkingDays working = workingDays();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Rows.HERE);
        return coming.stream()
                .filter(one -> !today.isBefore(working.before(one.day(), one.days())))
                .mapToInt(this::ask)
                .sum();
    }

    private int ask(Coming one) {
        var deed = Deed.of(Verb.CHANGE, "action")
                .with("meeting", one.meeting().toString())
                .with("asked", "before the meeting");
        return witnessing.witness(JOB, deed, shown -> {
            List<UUID> asked = database.sql("select c as id from meeting.chase_before(:meeting) c")
                    .param("meeting", one.meeting())
                    .query((row, _) -> Rows.id(row, "id"))
                    .list();
            shown.addAll(asked);
            return asked.size();
        });
    }

    private List<Coming> coming() {
        return database.sql(
                        "select t.meeting_id, t.on_day, t.days from meeting.to_chase() t order by t.on_day, t.meeting_id")
                .query((row, _) -> new Coming(
                        Rows.id(row, "meeting_id"), row.getObject("on_day", LocalDate.class), row.getInt("days")))
                .list();
    }

    private WorkingDays workingDays() {
        var said = new HashMap<LocalDate, Boolean>();
        database.sql("select d.on_day, d.off from meeting.days_off() d").query(row -> {
            said.put(row.getObject("on_day", LocalDate.class), row.getBoolean("off"));
        });
        return WorkingDays.ofEnglandWith(said);
    }

    /// A meeting before which nobody was asked yet.
    private record Coming(UUID meeting, LocalDate day, int days) {}
}
