package org.witan.access.systems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// What the trail says of an agency, for that agency's own data protection system. Looking at it is in the trail too.
@Component
public class TrailForSystems {
    private final Witnessing witnessing;
    private final JdbcClient database;

    TrailForSystems(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// A page of the trail, newest first. Of the records that were shown, only those are named that exist for this
    /// viewer.
    ///
    /// @param after the last entry of the page before; null for the first page
    public List<Entry> page(Viewer viewer, @Nullable UUID after, int most) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ_TRAIL, "trail"),
                _ -> database.sql("""
                        select e.id, e.at, e.account_id, e.agency_id, e.role, e.purpose, e.deed, e.what, e.path, e.channel,
                            o.outcome,
                            array(select c.id from access.record c where c.id = any (o.records) order by 1) as records
                        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.agency_id is not null
                          and (cast(:after as uuid) is null
                               or (e.at, e.id) < (select at, id from access.trail_entry where id = :after))
                        order by e.at desc, e.id desc limit :most
                        """)
                        .param("after", after)
                        .param("most", most)
                        .query(TrailForSystems::read)
                        .list());
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("deed"),
                row.getString("what"),
                row.getString("path"),
                row.getString("channel"),
                row.getString("outcome"),
                List.of((UUID[]) row.getArray("records").getArray()));
    }

    /// An entry of the trail: who did what, why, and which records were shown; not what was typed.
    public record Entry(
            UUID id,
            Instant at,
            UUID account,
            UUID agency,
            String role,
            String purpose,
            String deed,
            String what,
            String path,
            String channel,
            String outcome,
            List<UUID> records) {}
}
