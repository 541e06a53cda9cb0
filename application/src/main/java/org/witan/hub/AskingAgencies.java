package org.witan.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Asks agencies whether they know a resident and are open to them, for a stated purpose, and keeps what they answer.
@Component
public class AskingAgencies {
    private static final String COUNTS = """
            select count(*) as waiting, count(*) filter (where q.due_on < access.today()) as late, min(q.due_on) as first
            from hub.request q join hub.referral r on r.id = q.record_id and r.state = 'OPEN'
            where not exists (select from hub.answer n where n.request_id = q.id)
              and exists (select from access.party p
                          where p.record_id = q.record_id and p.agency_id = q.agency_id and p.until_at is null)
            """;
    private final Witnessing witnessing;
    private final Changing changing;
    private final Cases cases;
    private final CaseWrites writes;
    private final JdbcClient database;
    private final Clock clock;

    AskingAgencies(
            Witnessing witnessing,
            Changing changing,
            Cases cases,
            CaseWrites writes,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.changing = changing;
        this.cases = cases;
        this.writes = writes;
        this.database = database;
        this.clock = clock;
    }

    /// Asks agencies. Whom the hub asked before is not asked again.
    ///
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Refused when an agency may not be told of the case
    public boolean ask(Viewer viewer, UUID record, int version, List<UUID> agencies, String purpose, LocalDate due) {
        return changing.change(viewer, record, record, version, "ASKED", _ -> false, (_, found) -> {
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            for (UUID agency : agencies) {
                if (!writes.openTo(record, agency)) {
                    throw new Refused(HubRules.NOT_OF_MARAC);
                }
                writes.ask(viewer, Identity.at(clock.instant()), record, agency, purpose, due);
            }
        });
    }

    /// Answers for the agency of whoever looks. A later answer counts instead of an earlier one.
    ///
    /// @param id made with the form, so that a form that is sent twice answers once
    /// @throws Absent when their agency was not asked, or the case is not open to them
    public void answer(Viewer viewer, UUID id, UUID record, UUID request, Known known, String words) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "hub-answer").with("known", known.name()), shown -> {
            shown.add(record);
            HubCase found = cases.find(record).orElseThrow(Absent::new);
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            return Absent.whereRefused(() -> writes.answer(viewer, id, request, record, known, words));
        });
    }

    /// How many requests the agency of whoever looks has not answered, and how many of those are late. Inside a
    /// witnessed piece of work.
    public Owed owed(Viewer viewer) {
        return database.sql(COUNTS + " and q.agency_id = :agency")
                .param("agency", viewer.agency())
                .query(AskingAgencies::owed)
                .single();
    }

    /// How many requests that whoever looks may see nobody has answered. Inside a witnessed piece of work.
    public Owed owedByAll() {
        return database.sql(COUNTS).query(AskingAgencies::owed).single();
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        return new Owed(row.getLong("waiting"), row.getLong("late"), Cases.day(row, "first"));
    }

    /// What was not answered.
    ///
    /// @param first the first day by which an answer is due; null when none waits
    public record Owed(long waiting, long late, @Nullable LocalDate first) {}
}
