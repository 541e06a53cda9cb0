package org.witan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Cases whose risk is to be assessed again: told to the agency that assessed it last.
///
/// A case of which nobody heard for a year after that day is no longer listed; it has left the window of a repeat.
@Component
public class DueReassessments {
    /// It is not listed or counted any further.
    public static final int MOST = 100;

    /// In the order of the days on which it was assessed, which is that of the days on which it is due: the index gives
    /// it, and the rule is asked of no more than are listed.
    private static final String DUE = """
            select a.record_id, r.reference, a.assessed_on + 7 * access.setting_number('reassessment_weeks')::integer as due_on
            from risk.assessment a
            join access.record r on r.id = a.record_id
            where a.agency_id = (select access.viewer_agency())
              and a.assessed_on >= (select access.today() - 365 - 7 * access.setting_number('reassessment_weeks')::integer)
              and a.assessed_on <= (select access.today() + :ahead - 7 * access.setting_number('reassessment_weeks')::integer)
              and not exists (select from risk.assessment c where c.supersedes_id = a.id offset 0)
              and not exists (select from risk.assessment later
                              where later.record_id = a.record_id
                                and not exists (select from risk.assessment c where c.supersedes_id = later.id offset 0)
                                and (later.assessed_on, later.written_at, later.id) > (a.assessed_on, a.written_at, a.id)
                              offset 0)
            order by a.assessed_on, a.id limit :most
            """;
    private static final int A_WEEK = 7;
    private final Witnessing witnessing;
    private final JdbcClient database;

    DueReassessments(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// What is due within a week or was due before, the oldest first, up to [#MOST].
    public List<Due> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "assessment"), this::within);
    }

    /// The same within a piece of work that is witnessed already.
    ///
    /// @param shown takes the cases
    public List<Due> within(Shown shown) {
        List<Due> all = database.sql(DUE)
                .param("ahead", A_WEEK)
                .param("most", MOST)
                .query((row, _) -> new Due(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        all.forEach(one -> shown.add(one.record()));
        return all;
    }

    /// A case whose risk is to be assessed again.
    ///
    /// @param on the day
    public record Due(UUID record, String reference, LocalDate on) {}
}
