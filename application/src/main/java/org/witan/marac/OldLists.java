package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.marac.OldList.Line;
import org.witan.marac.OldList.State;
import org.witan.marac.oldlist.Column;
import org.witan.marac.oldlist.ListTable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Old lists and their rows, for whoever coordinates for the agency that brought them. Asked inside a
/// witnessed piece of work.
@Repository
class OldLists {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final int AT_ONCE = 1_000;
    private static final String SELECT = """
            select l.*, c.taken, c.undone, c.waits, c.before, c.refused
            from marac.old_list l
            cross join lateral (
                select (select count(*) from marac.imported h where h.list_id = l.id and h.undone_at is null) as taken,
                    (select count(*) from marac.imported h where h.list_id = l.id and h.undone_at is not null) as undone,
                    count(*) filter (where r.state = 'WAITS') as waits,
                    count(*) filter (where r.state = 'BEFORE') as before,
                    count(*) filter (where r.state = 'REFUSED') as refused
                from marac.old_row r where r.list_id = l.id) c
            """;
    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    OldLists(JdbcClient database) {
        this.database = database;
    }

    /// The list that a file with this digest is.
    Optional<OldList> of(Viewer viewer, byte[] digest) {
        return database.sql(SELECT + " where l.agency_id = :agency and l.digest = :digest")
                .param("agency", viewer.agency())
                .param("digest", digest)
                .query((row, _) -> list(row))
                .optional();
    }

    Optional<OldList> find(UUID id) {
        return database.sql(SELECT + " where l.id = :id")
                .param("id", id)
                .query((row, _) -> list(row))
                .optional();
    }

    /// The latest before others.
    List<OldList> latest() {
        return database.sql(SELECT + " order by l.brought_at desc, l.id limit 50")
                .query((row, _) -> list(row))
                .list();
    }

    /// The list, kept from every other change until this transaction ends.
    Optional<OldList> hold(UUID id) {
        return database.sql("select id from marac.old_list where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    void add(Viewer viewer, UUID id, byte[] digest, ListTable table, List<Column> columns) {
        database.sql("""
                        insert into marac.old_list
                            (id, agency_id, kind, digest, headings, columns, left_out, brought_at, brought_by)
                        values (:id, :agency, :kind, :digest, cast(:headings as jsonb), cast(:columns as jsonb), :left,
                            now(), :by)
                        """)
                .param("id", id)
                .param("agency", viewer.agency())
                .param("kind", table.kind().name())
                .param("digest", digest)
                .param("headings", json.writeValueAsString(table.headings()))
                .param("columns", json.writeValueAsString(columns))
                .param("left", table.leftOut())
                .param("by", viewer.account())
                .update();
    }

    /// Puts its rows in the place of those that are there.
    void fill(UUID list, ListTable table) {
        empty(list);
        for (int from = 0; from < table.rows().size(); from += AT_ONCE) {
            var some = table.rows().subList(from, Math.min(table.rows().size(), from + AT_ONCE)).stream()
                    .map(row -> List.of(row.sheet(), row.number(), row.cells()))
                    .toList();
            database.sql("""
                            insert into marac.old_row (list_id, place, sheet, number, cells)
                            select :list, :from + r.place, (r.one ->> 0)::integer, (r.one ->> 1)::integer, r.one -> 2
                            from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as r (one, place)
                            on conflict do nothing
                            """)
                    .param("list", list)
                    .param("from", from)
                    .param("rows", json.writeValueAsString(some))
                    .update();
        }
        database.sql("update marac.old_list set emptied_at = null where id = :list")
                .param("list", list)
                .update();
    }

    /// Throws its rows away.
    void empty(UUID list) {
        database.sql("delete from marac.old_row where list_id = :list")
                .param("list", list)
                .update();
        database.sql("update marac.old_list set emptied_at = now() where id = :list")
                .param("list", list)
                .update();
    }

    void confirm(UUID list, UUID board, List<Column> columns) {
        database.sql("""
                        update marac.old_list set board_id = :board, columns = cast(:columns as jsonb),
                            confirmed_at = now(), version = version + 1
                        where id = :list
                        """)
                .param("list", list)
                .param("board", board)
                .param("columns", json.writeValueAsString(columns))
                .update();
    }

    /// Some rows, in their order.
    ///
    /// @param after the place before the first
    List<Line> lines(UUID list, int after, int most) {
        return database.sql("""
                        select * from marac.old_row where list_id = :list and place > :after order by place limit :most
                        """)
                .param("list", list)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /// The next row that waits, kept from whoever else takes rows until this transaction ends.
    Optional<Line> next(UUID list) {
        return database.sql("""
                        select * from marac.old_row where list_id = :list and state = 'WAITS'
                        order by place limit 1 for update
                        """)
                .param("list", list)
                .query((row, _) -> line(row))
                .optional();
    }

    /// How rows stand, by their places.
    void judge(UUID list, Map<Integer, String> why) {
        database.sql("""
                        update marac.old_row r set state = j.one ->> 1, why = j.one ->> 2
                        from jsonb_array_elements(cast(:judged as jsonb)) as j (one)
                        where r.list_id = :list and r.place = (j.one ->> 0)::integer and r.state <> 'TAKEN'
                        """)
                .param("list", list)
                .param("judged", json.writeValueAsString(judged(why)))
                .update();
    }

    private static List<List<Object>> judged(Map<Integer, String> why) {
        var all = new ArrayList<List<Object>>();
        why.forEach((place, one) -> all.add(List.of(
                place,
                one.isEmpty() ? State.WAITS : one.equals(State.BEFORE.name()) ? State.BEFORE : State.REFUSED,
                one.equals(State.BEFORE.name()) ? "" : one)));
        return all;
    }

    /// Those of some cases that the agency took before, from whatever list, also where whoever looks may not
    /// see what they became.
    Set<String> taken(Collection<String> digests) {
        return new HashSet<>(database.sql("select taken from marac.taken_before(cast(:digests as text[])) as taken")
                .param("digests", digests.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /// A row became a referral: it is emptied.
    void taken(Viewer viewer, UUID list, Line line, UUID referral, Imported what) {
        database.sql("""
                        insert into marac.imported (record_id, list_id, place, agency_id, digest, board_id, heard, met_on,
                            imported_at, imported_by)
                        select :referral, l.id, :place, l.agency_id, :digest, l.board_id, :heard, cast(:met as date), now(), :by
                        from marac.old_list l where l.id = :list
                        """)
                .param("referral", referral)
                .param("list", list)
                .param("place", line.place())
                .param("digest", HexFormat.of().parseHex(what.digest()))
                .param("heard", what.heard())
                .param("met", what.metOn())
                .param("by", viewer.account())
                .update();
        database.sql("""
                        update marac.old_row set state = 'TAKEN', record_id = :referral, cells = '[]'
                        where list_id = :list and place = :place
                        """)
                .param("referral", referral)
                .param("list", list)
                .param("place", line.place())
                .update();
    }

    /// Takes back what nothing was built on, and throws the rows away, so that the list can be brought again.
    int undo(UUID list, String reason) {
        int undone = database.sql("select marac.undo_list(:list, :reason)")
                .param("list", list)
                .param("reason", reason)
                .query(Integer.class)
                .single();
        empty(list);
        return undone;
    }

    /// What stays when a list is taken back, as something was built on it.
    List<OldList.Stays> stays(UUID list) {
        return database.sql("""
                        select s.record_id, b.reference, string_agg(s.what, ' ' order by k.place) as what
                        from marac.stays_of_list(:list) s
                        join marac.built_on k on k.code = s.what
                        join access.record b on b.id = s.record_id
                        group by s.record_id, b.reference order by b.reference
                        """)
                .param("list", list)
                .query((row, _) -> new OldList.Stays(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        Stream.of(row.getString("what").split(" "))
                                .map(OldList.BuiltOn::valueOf)
                                .toList()))
                .list();
    }

    /// When, by whom and why it was taken back, the latest first.
    List<OldList.Undone> undone(UUID list) {
        return database.sql("""
                        select h.undone_at, coalesce(access.person(h.undone_by), '') as by_name, h.undone_because,
                            count(*) as rows
                        from marac.imported h where h.list_id = :list and h.undone_at is not null
                        group by h.undone_at, h.undone_by, h.undone_because order by h.undone_at desc
                        """)
                .param("list", list)
                .query((row, _) -> new OldList.Undone(
                        row.getObject("undone_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("undone_because"),
                        row.getLong("rows")))
                .list();
    }

    /// Those of some history that repeat an earlier row of the same list, with what that is called.
    Map<UUID, String> repeats(UUID list, Collection<UUID> referrals) {
        var repeats = new HashMap<UUID, String>();
        database.sql("""
                        with cand as materialized (
                            select distinct h.record_id
                            from marac.referred_person p
                            cross join lateral (
                                select p.person_id as id
                                union
                                select x.other_id from people.together x where x.record_id = p.person_id offset 0) t
                            join marac.referred_person q on q.person_id = t.id and q.part = 'VICTIM'
                            join marac.imported h on h.record_id = q.record_id and h.list_id = :list and h.undone_at is null
                            where p.record_id = any (cast(:referrals as uuid[])) and p.part = 'VICTIM')
                        select l.later_id, b.reference
                        from marac.later_in_case(array(select record_id from cand)) l
                        join marac.repeat_window w on w.record_id = l.record_id
                        join marac.referral n on n.id = l.later_id and n.referred_on <= w.until
                        join access.record b on b.id = l.record_id
                        where l.later_id = any (cast(:referrals as uuid[]))
                        order by w.referred_at
                        """)
                .param("list", list)
                .param("referrals", referrals.toArray(UUID[]::new))
                .query(row -> {
                    repeats.put(row.getObject("later_id", UUID.class), row.getString("reference"));
                });
        return repeats;
    }

    /// Opens it to the agencies that flag their files, while its window is open.
    void open(UUID referral) {
        database.sql("select marac.open_history(:referral)")
                .param("referral", referral)
                .query(Integer.class)
                .single();
    }

    private OldList list(ResultSet row) throws SQLException {
        return new OldList(
                row.getObject("id", UUID.class),
                ListTable.Kind.valueOf(row.getString("kind")),
                json.readValue(row.getString("headings"), TEXTS),
                json.readValue(row.getString("columns"), TEXTS).stream()
                        .map(Column::valueOf)
                        .toList(),
                row.getObject("board_id", UUID.class),
                row.getInt("left_out"),
                row.getInt("version"),
                row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                row.getObject("confirmed_at") != null,
                row.getObject("emptied_at") != null,
                row.getLong("taken"),
                row.getLong("undone"),
                row.getLong("waits"),
                row.getLong("before"),
                row.getLong("refused"));
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("place"),
                row.getInt("sheet"),
                row.getInt("number"),
                json.readValue(row.getString("cells"), TEXTS),
                State.valueOf(row.getString("state")),
                row.getString("why"),
                row.getObject("record_id", UUID.class));
    }

    /// What is kept of a case beside the referral.
    record Imported(String digest, boolean heard, @Nullable LocalDate metOn) {}
}
