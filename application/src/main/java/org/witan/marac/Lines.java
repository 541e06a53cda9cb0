package org.witan.marac;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Absent;
import org.witan.meeting.AgendaItem;

/// The lines of the minutes, as far as whoever looks may see them. Asked inside a witnessed piece of work.
@Repository
class Lines {
    private final JdbcClient database;

    Lines(JdbcClient database) {
        this.database = database;
    }

    /// What stands of an item, in the order in which it was first written; each with what it put right.
    List<Line> of(UUID item) {
        List<Line> all = database.sql("""
                        select l.*, (select c.given_name || ' ' || c.family_name from access.colleague c
                                     where c.account_id = l.written_by limit 1) as by_name
                        from marac.line l where l.item_id = :item order by l.written_at, l.id
                        """)
                .param("item", item)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        LineKind.valueOf(row.getString("line_kind")),
                        row.getString("words"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getObject("corrects_id", UUID.class),
                        List.of()))
                .list();
        Map<UUID, Line> byId = all.stream().collect(Collectors.toMap(Line::id, Function.identity()));
        var corrected =
                all.stream().flatMap(line -> Stream.ofNullable(line.corrects())).collect(Collectors.toSet());
        return all.stream()
                .filter(line -> !corrected.contains(line.id()))
                .map(line -> line.replacing(before(line, byId)))
                .sorted(Comparator.comparing(Line::kind).thenComparing(Line::since))
                .toList();
    }

    private static List<Line> before(Line line, Map<UUID, Line> byId) {
        var chain = new ArrayList<Line>();
        for (UUID id = line.corrects(); id != null; id = chain.getLast().corrects()) {
            Line older = byId.get(id);
            if (older == null) {
                break;
            }
            chain.add(older);
        }
        return List.copyOf(chain);
    }

    /// Writes one. What is there already, under its id or as a correction of the same line, is left.
    void add(UUID account, AgendaItem item, UUID id, LineKind kind, String words, @Nullable UUID corrects) {
        Absent.whereRefused(() -> database.sql("""
                        insert into marac.line (id, record_id, item_id, line_kind, words, written_at, written_by, corrects_id)
                        values (:id, :referral, :item, :kind, :words, now(), :by, cast(:corrects as uuid))
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("referral", item.record())
                .param("item", item.id())
                .param("kind", kind.name())
                .param("words", words)
                .param("by", account)
                .param("corrects", corrects)
                .update());
    }

    /// Whether this very line is written: by the same hand, of the same item, in the same words.
    boolean isWritten(UUID account, UUID item, UUID id, LineKind kind, String words, @Nullable UUID corrects) {
        return database.sql("""
                        select exists (select from marac.line
                                       where id = :id and item_id = :item and written_by = :by and line_kind = :kind
                                         and words = :words and corrects_id is not distinct from cast(:corrects as uuid))
                        """)
                .param("id", id)
                .param("item", item)
                .param("by", account)
                .param("kind", kind.name())
                .param("words", words)
                .param("corrects", corrects)
                .query(Boolean.class)
                .single();
    }

    /// Whether a line of the same hand and the same item has this id.
    boolean isTaken(UUID account, UUID item, UUID id) {
        return database.sql("""
                        select exists (select from marac.line where id = :id and item_id = :item and written_by = :by)
                        """)
                .param("id", id)
                .param("item", item)
                .param("by", account)
                .query(Boolean.class)
                .single();
    }
}
