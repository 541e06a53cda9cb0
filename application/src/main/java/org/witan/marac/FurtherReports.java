package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;

/// Further abuse that was told on the pages of referrals, as far as whoever looks may see it. Asked
/// inside a witnessed piece of work.
@Repository
class FurtherReports {
    private static final String REPORTS = """
            select f.id, f.on_day, f.about_day, k.words, f.who, f.known_by, f.safe, f.emergency, f.done, f.at,
                y.name as agency
            from marac.further_report f
            join marac.abuse_kind k on k.code = f.abuse
            join access.agency y on y.id = f.agency_id
            """;
    private final JdbcClient database;

    FurtherReports(JdbcClient database) {
        this.database = database;
    }

    /// What it may be, in the order of the page.
    List<AbuseKind> kinds() {
        return database.sql("select code, words from marac.abuse_kind order by place")
                .query((row, _) -> new AbuseKind(row.getString("code"), row.getString("words")))
                .list();
    }

    /// Those of a referral, the latest first.
    List<FurtherReport> of(UUID referral) {
        return database.sql(REPORTS + " where f.record_id = :referral order by f.on_day desc, f.id desc")
                .param("referral", referral)
                .query((row, _) -> report(row))
                .list();
    }

    /// What an incident was found from, when somebody told it on the page of a referral.
    Optional<FurtherReport> ofIncident(UUID incident) {
        return database.sql(REPORTS + """
                         where f.id = (select f2.id from marac.incident i
                                       join people.concern c on c.id = i.concern_id and c.source in ('BY_HAND', 'API')
                                       join marac.further_report f2
                                           on f2.id::text = c.source_key and f2.agency_id = c.agency_id
                                       where i.id = :incident)
                        """)
                .param("incident", incident)
                .query((row, _) -> report(row))
                .optional();
    }

    /// How many were written: none when one of this id is there.
    int insert(Viewer viewer, UUID report, UUID referral, FurtherAbuse told) {
        return written("""
                        insert into marac.further_report (id, record_id, on_day, about_day, abuse, who, known_by, safe,
                            emergency, done, agency_id, at, by)
                        values (:id, :referral, :day, :about, :abuse, :who, :known, :safe, :emergency, :done, :agency,
                            now(), :account)
                        on conflict do nothing
                        """, viewer, report, referral, told).update();
    }

    /// Whether the one that is there says the same of the same referral, by the same person.
    boolean isWritten(Viewer viewer, UUID report, UUID referral, FurtherAbuse told) {
        return written("""
                        select exists (
                            select from marac.further_report f
                            join people.concern c on c.source_key = f.id::text and c.agency_id = f.agency_id
                            where f.id = :id and f.record_id = :referral and f.on_day = :day and f.about_day = :about
                              and f.abuse = :abuse and f.who = :who and f.known_by = :known and f.safe = :safe
                              and f.emergency = :emergency and f.done = :done and f.agency_id = :agency
                              and f.by = :account and c.words = :words)
                        """, viewer, report, referral, told)
                .param("words", told.words())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec written(
            String statement, Viewer viewer, UUID report, UUID referral, FurtherAbuse told) {
        return database.sql(statement)
                .param("id", report)
                .param("referral", referral)
                .param("day", told.day())
                .param("about", told.isAbout())
                .param("abuse", told.kind())
                .param("who", told.who().name())
                .param("known", told.knownBy().name())
                .param("safe", told.safe().name())
                .param("emergency", told.emergency().name())
                .param("done", told.done())
                .param("agency", viewer.agency())
                .param("account", viewer.account());
    }

    private static FurtherReport report(ResultSet row) throws SQLException {
        return new FurtherReport(
                row.getObject("id", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getBoolean("about_day"),
                row.getString("words"),
                FurtherAbuse.Who.valueOf(row.getString("who")),
                FurtherAbuse.KnownBy.valueOf(row.getString("known_by")),
                FurtherAbuse.Safe.valueOf(row.getString("safe")),
                FurtherAbuse.Emergency.valueOf(row.getString("emergency")),
                row.getString("done"),
                row.getString("agency"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
