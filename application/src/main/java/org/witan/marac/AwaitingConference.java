package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;

/// What was accepted and stands on no agenda to come: nobody put it there, or its meeting was cancelled or ended before
/// it was heard.
@Component
public class AwaitingConference {
    private final JdbcClient database;

    AwaitingConference(JdbcClient database) {
        this.database = database;
    }

    /// At most 200 of them, emergencies first, then repeats, then those that wait longest. For a
    /// coordinator; nothing for anybody else. Inside a witnessed piece of work.
    public List<Unlisted> read(Shown shown) {
        List<Unlisted> all = database.sql("""
                        with u as materialized (select * from marac.unlisted())
                        select r.id, b.reference, t.outcome, t.decided_at, u.missed,
                            exists (select from marac.repetition n where n.triage_id = t.id) as repeat,
                            access.setting_number('marac_emergency_hours') as hours
                        from marac.referral r
                        join access.record b on b.id = r.id
                        join marac.triage t on t.record_id = r.id and t.undone_at is null
                        join u on u.record_id = r.id
                        where r.id = any (array(select x.record_id from u x))
                        order by t.outcome = 'EMERGENCY' desc, repeat desc, t.decided_at, r.id limit 200
                        """).query((row, _) -> unlisted(row)).list();
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    private static Unlisted unlisted(ResultSet row) throws SQLException {
        Instant decided = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        return new Unlisted(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                decided,
                row.getString("outcome").equals(TriageOutcome.EMERGENCY.name())
                        ? decided.plus(Duration.ofHours(row.getInt("hours")))
                        : null,
                row.getBoolean("repeat"),
                row.getBoolean("missed"));
    }
}
