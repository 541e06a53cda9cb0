package org.witan.access.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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

/// Somebody else looks at each record that was opened by breaking the glass, and says whether there was reason to. When
/// there was none, the glass closes at once.
@Component
public class ReviewingGlass {
    private final Witnessing witnessing;
    private final JdbcClient database;

    ReviewingGlass(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// Broken glass that this viewer may review, that which waits first.
    public List<Breakage> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "glass"), shown -> {
            shown.addAll(records(null));
            return breakages(null);
        });
    }

    /// One of them.
    ///
    /// @throws Absent when there is none for this viewer
    public Breakage open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "glass"), shown -> {
            shown.addAll(records(id));
            return the(id);
        });
    }

    /// Says what the review found. It is said once.
    public void review(Viewer viewer, UUID id, boolean justified, String remark) {
        var deed = Deed.of(Verb.REVIEW, "glass").with("verdict", justified ? "JUSTIFIED" : "NOT_JUSTIFIED");
        witnessing.witness(viewer, deed, shown -> {
            Breakage breakage = the(id);
            if (breakage.own()) {
                throw new Refused("records.refused.own-glass");
            }
            shown.addAll(records(id));
            if (written(viewer, id, justified, remark) == 0) {
                throw new Refused("records.refused.already-reviewed");
            }
            return true;
        });
    }

    private int written(Viewer viewer, UUID id, boolean justified, String remark) {
        return database.sql("""
                        update access.broken_glass
                        set reviewed_at = now(), reviewed_by = :by, verdict = :verdict, remark = nullif(:remark, '')
                        where id = :id and reviewed_at is null
                        """)
                .param("by", viewer.account())
                .param("verdict", justified ? "JUSTIFIED" : "NOT_JUSTIFIED")
                .param("remark", remark)
                .param("id", id)
                .update();
    }

    private Breakage the(UUID id) {
        return breakages(id).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<UUID> records(@Nullable UUID id) {
        return database.sql("""
                        select record_id from access.broken_glass where cast(:id as uuid) is null or id = :id
                        order by opened_at desc limit 200
                        """)
                .param("id", id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<Breakage> breakages(@Nullable UUID id) {
        return database.sql("""
                        select g.id, coalesce(r.reference, '') as reference, g.reason, g.opened_at, g.expires_at,
                            coalesce(c.given_name || ' ' || c.family_name, '') as who, coalesce(y.name, '') as agency,
                            g.reviewed_at is not null as reviewed, coalesce(g.verdict = 'JUSTIFIED', false) as justified,
                            coalesce(g.remark, '') as remark,
                            coalesce((select n.given_name || ' ' || n.family_name from access.colleague n
                                      where n.account_id = g.reviewed_by limit 1), '') as reviewer,
                            exists (select from access.membership h where h.id = g.membership_id
                                    and h.account_id = (select access.viewer_account())) as own
                        from access.broken_glass g
                        left join access.record r on r.id = g.record_id
                        left join access.colleague c on c.membership_id = g.membership_id
                        left join access.agency y on y.id = c.agency_id
                        where cast(:id as uuid) is null or g.id = :id
                        order by g.reviewed_at is not null, g.opened_at desc limit 200
                        """).param("id", id).query(ReviewingGlass::read).list();
    }

    private static Breakage read(ResultSet row, int number) throws SQLException {
        return new Breakage(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("who"),
                row.getString("agency"),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("reviewed"),
                row.getBoolean("justified"),
                row.getString("remark"),
                row.getString("reviewer"),
                row.getBoolean("own"));
    }
}
