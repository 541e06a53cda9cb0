package org.witan.everypath;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.NotAViewer;
import org.witan.access.Part;
import org.witan.access.Records;
import org.witan.access.Witnessing;
import org.witan.database.OwnerDatabase;

/// In every table, each viewer finds the rows of the records that the rule gives them, and no other: all viewers, all
/// records, all parts.
@Tag("everypath")
class EveryRowTest extends RunningApplication {
    /// Tables that name records to some who may not see them, each with its reason.
    private static final Map<String, String> ELSEWHERE = Map.of(
            "access.broken_glass.record_id",
            "the data protection officer reviews glass on records that are closed to them; the page names none of those");

    /// What the policies let through of every record, table by table.
    private static final String IN_TABLES = """
            select r.id || ' RECORD ' || r.reference || ' ' || r.owner_id || ' ' || coalesce(w.whole_id::text, '-')
                || ' ' || access.keeps_lists()
            from access.record r left join access.lies_within w on w.record_id = r.id
            union all select record_id || ' PART ' || part from access.sight
            union all select record_id || ' GROUND ' || basis from access.sight
            union all
            select n.record_id || ' NOTE ' || n.id || ' ' || n.part || ' ' || n.words || ' ' || n.agency_id || ' ' || coalesce((
                select c.given_name || ' ' || c.family_name from access.colleague c
                where c.account_id = n.author_id limit 1), '-')
                || ' ' || exists (select from access.note later where later.corrects_id = n.id)
            from access.note n
            union all select record_id || ' AGENCY ' || agency_id from access.party where until_at is null
            union all
            select s.record_id || ' PERSON ' || s.account_id || ' ' || coalesce((
                select c.given_name || ' ' || c.family_name from access.colleague c
                where c.account_id = s.account_id limit 1), '-')
            from access.assignment s where s.until_at is null
            union all
            select w.record_id || ' WHOLE ' || r.id || ' ' || r.reference
            from access.lies_within w join access.record r on r.id = w.whole_id
            union all
            select w.whole_id || ' WITHIN ' || r.id || ' ' || r.reference
            from access.lies_within w join access.record r on r.id = w.record_id
            union all
            select a.record_id || ' ABOUT ' || r.id || ' ' || r.reference
            from access.about a join access.record r on r.id = a.person_id join access.record own on own.id = a.record_id
            union all
            select g.record_id || ' GLASS ' || max(g.expires_at) from access.broken_glass g
            where g.expires_at > now() and g.membership_id = (select v.membership_id from access.viewer v)
              and exists (select from access.sight s where s.record_id = g.record_id and s.basis = 'BREAK_GLASS')
            group by g.record_id
            """;

    /// The same of every record, by the one statement of its page.
    private static final String ON_SHEETS = """
            select x.id || ' ' || f.what || ' ' || case f.what
                when 'RECORD' then f.words || ' ' || f.agency_id || ' ' || coalesce(f.whole_id::text, '-') || ' ' || f.flag
                when 'PART' then f.kind
                when 'GROUND' then f.kind
                when 'NOTE' then f.id || ' ' || f.kind || ' ' || f.words || ' ' || f.agency_id || ' ' || coalesce(f.name, '-')
                    || ' ' || f.flag
                when 'AGENCY' then f.agency_id::text
                when 'PERSON' then f.id || ' ' || coalesce(f.name, '-')
                when 'GLASS' then f.at::text
                else f.id || ' ' || f.words end
            from unnest(cast(:ids as uuid[])) x (id) cross join lateral access.record_in_full(x.id) f
            """;

    private static final List<Part> PARTS = List.of(Part.values());

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    private World world;
    private TheRule rule;
    private Sight sight;

    @BeforeEach
    void partnershipWithEveryObstacle() {
        world = World.of(application);
        rule = new TheRule(world);
        sight = new Sight(world);
    }

    @Test
    void theRuleOfTheDatabaseIsTheRuleInWords() {
        var wrong = new TreeSet<String>();
        for (Looker looker : world.lookers) {
            compare(looker, "the rule", expected(looker, true), parts(looker), wrong);
            compare(looker, "notes", expected(looker, true), notes(looker), wrong);
            compare(looker, "records", expected(looker, false), registered(looker), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneRecordInOneStatementTellsWhatTheTablesTell() {
        var wrong = new TreeSet<String>();
        int told = 0;
        for (Looker looker : world.lookers) {
            Set<String> tables = inside(looker, () -> texts(IN_TABLES));
            Set<String> sheets = inside(looker, () -> texts(ON_SHEETS));
            tables.stream().filter(one -> !sheets.contains(one)).forEach(one -> wrong.add(looker + " misses " + one));
            sheets.stream()
                    .filter(one -> !tables.contains(one))
                    .forEach(one -> wrong.add(looker + " must not see " + one));
            told += sheets.size();
        }
        assertThat(wrong).isEmpty();
        for (String what :
                List.of("RECORD", "PART", "GROUND", "NOTE", "AGENCY", "PERSON", "WHOLE", "WITHIN", "ABOUT", "GLASS")) {
            assertThat(world.lookers)
                    .as(what)
                    .anySatisfy(looker -> assertThat(inside(looker, () -> texts(ON_SHEETS)))
                            .anyMatch(one -> one.contains(" " + what + " ")));
        }
        assertThat(told).isGreaterThan(1_000);
    }

    @Test
    void noTableNamesARecordThatIsHidden() {
        var columns = columnsThatNameRecords();
        assertThat(columns).contains("access.record.id", "access.note.record_id", "access.party.record_id");
        var wrong = new TreeSet<String>();
        for (Looker looker : world.lookers) {
            Set<String> allowed = expected(looker, false);
            var seen = inside(looker, () -> {
                var all = new TreeSet<String>();
                columns.forEach(column -> sight.of(ours(column)).stream()
                        .filter(one -> !allowed.contains(one))
                        .forEach(one -> all.add(column + ": " + one)));
                return all;
            });
            seen.forEach(one -> wrong.add(looker + " finds in " + one));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void searchingForWordsOfAClosedPartFindsNothing() {
        var wrong = new TreeSet<String>();
        int turn = 0;
        for (Looker looker : world.lookers) {
            // Every viewer, every record and every part come up; the page tests hold what is left.
            for (int i = 0; i < 6; i++) {
                File file = world.files.get(turn % world.files.size());
                Part part = PARTS.get(turn++ % PARTS.size());
                boolean open = rule.parts(looker, file).contains(part);
                long found = insideCount(looker, file.marker(part));
                if (found != (open ? 1 : 0)) {
                    wrong.add(looker + " finds " + found + " records by a word in " + part + " of " + file);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void outsideAWitnessedPieceOfWorkThereIsNothing() {
        for (String column : columnsThatNameRecords()) {
            assertThat(ids(column)).as(column).isEmpty();
        }
    }

    @Test
    void aPolicyThatLetsTooMuchThroughIsCaught() throws SQLException {
        var looker = world.lookers.stream()
                .filter(one -> one.label().equals("referrer"))
                .findFirst()
                .orElseThrow();
        try (Connection owner = OwnerDatabase.connection(application)) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("create policy broken on access.note for select using (true)");
                statement.execute("set local role witan_application");
                statement.execute("""
                        select access.enter('%s', now(), '%s', '%s', 'MARAC', 'READ', 'record', '/test', 'PAGE', '{}', '', '',
                            decode(repeat('00', 32), 'hex'))
                        """.formatted(
                        UUID.randomUUID(), looker.hat().account(), looker.hat().id()));
                var seen = new StringBuilder();
                try (var rows = statement.executeQuery("select words from access.note")) {
                    while (rows.next()) {
                        seen.append(rows.getString(1)).append('\n');
                    }
                }
                var wrong = new TreeSet<String>();
                compare(looker, "notes", expected(looker, true), sight.in(seen.toString()), wrong);
                assertThat(wrong).contains("referrer must not see in notes: case of nobody else: VICTIM_ADDRESS");
            } finally {
                owner.rollback();
            }
        }
    }

    private static void compare(
            Looker looker, String place, Set<String> expected, Set<String> seen, Set<String> wrong) {
        seen.stream()
                .filter(one -> !expected.contains(one))
                .forEach(one -> wrong.add(looker + " must not see in " + place + ": " + one));
        expected.stream()
                .filter(one -> !seen.contains(one) && !(place.equals("the rule") && one.contains("note of")))
                .filter(one -> !(place.equals("notes") && one.endsWith(": SUMMARY")))
                .forEach(one -> wrong.add(looker + " does not see in " + place + ": " + one));
    }

    private Set<String> expected(Looker looker, boolean parts) {
        var all = new TreeSet<String>();
        for (File file : world.files) {
            Set<Part> open = rule.parts(looker, file);
            all.addAll(
                    parts
                            ? Sight.whole(file, open)
                            : (open.isEmpty() ? Set.of() : Set.of(Sight.glimpse(file, Part.SUMMARY))));
        }
        return all;
    }

    private Set<String> parts(Looker looker) {
        Map<UUID, File> byId = world.files.stream().collect(Collectors.toMap(file -> file.id, file -> file));
        return inside(
                looker,
                () -> database
                        .sql(
                                "select distinct record_id, part from access.sight where record_id = any (cast(:ids as uuid[]))")
                        .param("ids", byId.keySet().toArray(UUID[]::new))
                        .query((row, _) -> {
                            File file = byId.get(row.getObject("record_id", UUID.class));
                            return file == null ? "" : Sight.glimpse(file, Part.valueOf(row.getString("part")));
                        })
                        .stream()
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// One text a row, about the records of the invented partnership.
    private Set<String> texts(String question) {
        Set<UUID> ours = world.files.stream().map(file -> file.id).collect(Collectors.toSet());
        return database
                .sql(question)
                .params(Map.of("ids", ours.toArray(UUID[]::new)))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(one -> ours.contains(UUID.fromString(one.substring(0, 36))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> notes(Looker looker) {
        return inside(
                looker,
                () -> sight.in(String.join(
                        "\n",
                        database.sql("select words from access.note")
                                .query((row, _) -> row.getString(1))
                                .list())));
    }

    private Set<String> registered(Looker looker) {
        return inside(looker, () -> sight.of(ours("access.record.id")));
    }

    private long insideCount(Looker looker, String words) {
        try {
            return witnessing.witness(looker.viewer(), Deed.of(Verb.COUNT, "record"), _ -> records.count(words));
        } catch (NotAViewer _) {
            return 0;
        }
    }

    private Set<String> inside(Looker looker, Supplier<Set<String>> work) {
        try {
            return witnessing.witness(looker.viewer(), Deed.of(Verb.READ, "record"), _ -> work.get());
        } catch (NotAViewer _) {
            return new HashSet<>();
        }
    }

    private List<UUID> ids(String column) {
        int dot = column.lastIndexOf('.');
        String name = column.substring(dot + 1);
        return database.sql("select distinct %s from %s where %s is not null"
                        .formatted(name, column.substring(0, dot), name))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Of the records of the invented partnership, beside which other tests may have written thousands.
    private List<UUID> ours(String column) {
        int dot = column.lastIndexOf('.');
        String name = column.substring(dot + 1);
        return database.sql("select distinct %s from %s where %s = any (cast(:ids as uuid[]))"
                        .formatted(name, column.substring(0, dot), name))
                .param("ids", world.files.stream().map(file -> file.id).toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Columns of every table and view of ours that hold the id of a record: those with a foreign key to it, and by
    /// name.
    private List<String> columnsThatNameRecords() {
        var all = new TreeMap<String, Boolean>();
        database.sql("""
                        select n.nspname || '.' || c.relname || '.' || a.attname as name
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                          and a.atttypid = 'uuid'::regtype
                          and has_column_privilege(c.oid, a.attnum, 'select')
                          and (a.attname ~ '(^|_)(record|within|whole|source|person|case)_id$'
                               or (n.nspname = 'access' and c.relname = 'record' and a.attname = 'id')
                               or exists (select from pg_constraint k
                                          where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
                                            and k.confrelid = 'access.record'::regclass))
                        """).query((row, _) -> row.getString("name")).list().forEach(name -> all.put(name, true));
        all.keySet().removeAll(ELSEWHERE.keySet());
        // What is withheld is asked by policies as whoever looks; it never leaves the database.
        all.keySet().removeIf(name -> name.startsWith("access.my_"));
        return new ArrayList<>(all.keySet());
    }
}
