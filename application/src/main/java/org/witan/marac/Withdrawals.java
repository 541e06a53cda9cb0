package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;

/// Asks to withdraw, as far as whoever looks may see. Asked inside a witnessed piece of work.
@Repository
class Withdrawals {
    private static final String ALL = """
            select w.*, b.reference, y.name as agency, access.person(w.asked_by) as by_name
            from marac.withdrawal w join access.record b on b.id = w.record_id join access.agency y on y.id = w.agency_id
            """;
    private final JdbcClient database;

    Withdrawals(JdbcClient database) {
        this.database = database;
    }

    /// Of a referral, the latest first.
    List<Withdrawal> of(UUID referral) {
        return database.sql(ALL + " where w.record_id = :referral order by w.asked_at desc, w.id desc")
                .param("referral", referral)
                .query((row, _) -> withdrawal(row))
                .list();
    }

    Optional<Withdrawal> find(UUID id) {
        return database.sql(ALL + " where w.id = :id")
                .param("id", id)
                .query((row, _) -> withdrawal(row))
                .optional();
    }

    /// Those that wait, the first first.
    List<Withdrawal> waiting() {
        return database.sql(ALL + " where w.decided_at is null order by w.asked_at, w.id")
                .query((row, _) -> withdrawal(row))
                .list();
    }

    /// Whether the agency of whoever looks made a referral.
    boolean isOwn(UUID referral) {
        return database.sql("""
                        select exists (select from marac.referral r
                                       where r.id = :referral and r.agency_id = access.viewer_agency())
                        """)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    /// Whether the same was asked by the same before.
    boolean isSame(Viewer viewer, UUID id, UUID referral, Reason reason, String words) {
        return database.sql("""
                        select exists (select from marac.withdrawal
                                       where id = :id and record_id = :referral and reason = :reason and words = :words
                                         and asked_by = :account)
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("reason", reason.name())
                .param("words", words)
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    /// Whether it was taken from an old list.
    boolean isHistory(UUID referral) {
        return database.sql("select exists (select from marac.referral where id = :referral and source = 'OLD_LIST')")
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    /// Whether a meeting heard it, here or as an old list tells.
    boolean isHeard(UUID referral) {
        return database.sql("""
                        select exists (select from meeting.item i join meeting.heard e on e.item_id = i.id
                                       where i.record_id = :referral)
                            or exists (select from marac.imported h where h.record_id = :referral and h.heard
                                         and h.undone_at is null)
                        """)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Withdrawal(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                Reason.valueOf(row.getString("reason")),
                row.getString("words"),
                row.getString("agency"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("answer"),
                decided == null ? null : decided.toInstant());
    }
}
