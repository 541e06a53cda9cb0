package org.witan.marac;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lines of the minutes, as far as whoever looks may see them. Asked inside a witnessed piece of work.
@Repository
class Lines {
    private final JdbcClient database;

    Lines(JdbcClient database) {
        this.database = database;
    }

    /// Those of an item by what they are about, oldest first; those that were put right are not among them.
    List<Line> of(UUID item) {
        return database.sql("""
                        select l.*, (select c.given_name || ' ' || c.family_name from access.colleague c
                                     where c.account_id = l.written_by limit 1) as by_name
                        from marac.line l join marac.line_kind k on k.code = l.line_kind
                        where l.item_id = :item and not exists (select from marac.line n where n.corrects_id = l.id)
                        order by k.place, l.written_at, l.id
                        """)
                .param("item", item)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        LineKind.valueOf(row.getString("line_kind")),
                        row.getString("words"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getObject("corrects_id", UUID.class)))
                .list();
    }
}
