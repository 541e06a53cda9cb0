package org.witan.priorities;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The clocks of case reviews.
@Component
public class CaseReviews {
    private static final String OPEN_FIRST = """
            select r.id, r.number, y.name, r.asked_on, r.complaints, r.answered_on
            from priorities.case_review r join access.agency y on y.id = r.agency_id
            order by r.answered_on is not null, r.asked_on, r.id limit 200
            """;
    private final Witnessing witnessing;
    private final JdbcClient database;

    CaseReviews(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// All reviews, those without an answer first.
    ///
    /// @param verb how they are taken: to be read or as a file
    public List<CaseReview> all(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "case review"), _ -> lines());
    }

    /// The same, inside a witnessed piece of work.
    public List<CaseReview> lines() {
        return database.sql(OPEN_FIRST).query(CaseReviews::read).list();
    }

    /// Starts a clock. One that was started before is not started again.
    public void start(Viewer viewer, UUID id, String number, LocalDate askedOn, List<LocalDate> complaints) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "case review"),
                _ -> database.sql("""
                                insert into priorities.case_review
                                    (id, number, asked_on, complaints, agency_id, made_at, made_by)
                                values (:id, :number, :asked, cast(:complaints as date[]), :agency, now(), :account)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("number", number)
                        .param("asked", askedOn)
                        .param(
                                "complaints",
                                complaints.stream().map(LocalDate::toString).toArray(String[]::new))
                        .param("agency", viewer.agency())
                        .param("account", viewer.account())
                        .update());
    }

    /// Stops a clock, because the letter was sent today.
    ///
    /// @throws Absent when there is no such review, or it was answered before
    public void answer(Viewer viewer, UUID id) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "case review"), _ -> {
            int answered = database.sql("""
                            update priorities.case_review set answered_on = access.today()
                            where id = :id and answered_on is null
                            """).param("id", id).update();
            if (answered == 0) {
                throw new Absent();
            }
            return answered;
        });
    }

    private static CaseReview read(ResultSet row, int number) throws SQLException {
        return new CaseReview(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                row.getObject("asked_on", LocalDate.class),
                Arrays.stream((Object[]) row.getArray("complaints").getArray())
                        .map(day -> ((Date) day).toLocalDate())
                        .toList(),
                row.getObject("answered_on", LocalDate.class));
    }
}
