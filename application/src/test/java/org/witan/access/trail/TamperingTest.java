package org.witan.access.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.trail.Finding.Kind;

/// Whatever the owner of the database does to the trail by hand, with all triggers off, is found and named.
class TamperingTest {
    private static final List<String> TABLES =
            List.of("trail_entry", "trail_outcome", "trail_seal", "trail_head", "trail_waiting");

    private static SealedTrail trail;
    /// Read before anything is locked.
    private static List<String> entries;

    private static List<String> changeable;

    @BeforeAll
    static void fill() {
        trail = SealedTrail.filled();
        entries = texts("select entry_id::text from access.trail_seal order by position");
        changeable =
                columns().filter(column -> !column.startsWith("trail_waiting")).toList();
    }

    @AfterAll
    static void close() {
        trail.close();
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        Verdict verdict = trail.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(SealedTrail.ENTRIES);
        assertThat(verdict.heads()).isEqualTo(4);
        assertThat(verdict.beside()).isEqualTo(4);
        assertThat(verdict.waiting()).isEqualTo(2);
    }

    /// The order in the queue says nothing about anybody, and may be any.
    static Stream<String> columns() {
        return texts("""
                        select table_name || '.' || column_name || '.' || udt_name from information_schema.columns
                        where table_schema = 'access' and table_name in
                              ('trail_entry', 'trail_outcome', 'trail_seal', 'trail_head', 'trail_waiting')
                          and (table_name, column_name) <> ('trail_waiting', 'number')
                        order by table_name, ordinal_position
                        """).stream();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void anotherValueInAnyColumnIsFound(String column) {
        String[] names = column.split("\\.", -1);
        String other = another(names[1], names[2]);
        var rows = rows(names[0], names[1] + " is not null");
        for (String row : rows) {
            var found = trail.after(database -> {
                loosen(database, names[0]);
                database.sql("update access." + names[0] + " set " + names[1] + " = " + other + " where " + row)
                        .update();
            });
            assertThat(found).as(column + " where " + row).isNotEmpty();
        }
        assertThat(rows).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aValueThatIsTakenAwayOrPutWhereThereWasNoneIsFound(String column) {
        String[] names = column.split("\\.", -1);
        for (String row : rows(names[0], "true")) {
            String swapped = switch (names[2]) {
                case "text" ->
                    "case when " + names[1] + " = '' then null when " + names[1] + " is null then '' else null end";
                default -> "case when " + names[1] + " is null then " + some(names[2]) + " end";
            };
            assertThat(trail.after(database -> {
                        loosen(database, names[0]);
                        database.sql("update access." + names[0] + " set " + names[1] + " = " + swapped + " where "
                                        + row)
                                .update();
                    }))
                    .as(column + " where " + row)
                    .isNotEmpty();
        }
    }

    @Test
    void theRowThatWasChangedIsNamedWithItsPlaceAndItsEntry() {
        String entry = entryAt(17);
        var found = trail.after(database -> database.sql(
                        "update access.trail_entry set from_address = '192.0.2.1' where id = '" + entry + "'")
                .update());
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.position()).isEqualTo(17);
            assertThat(one.entry()).isEqualTo(entry);
            assertThat(one.words()).isEqualTo("the entry was changed.");
        });
        assertThat(trail.after(database -> database.sql(
                                "update access.trail_outcome set records = '{}' where entry_id = '" + entryAt(1) + "'")
                        .update()))
                .extracting(Finding::line)
                .containsExactly("CHANGED position 1 entry " + entryAt(1) + ": the outcome was changed.");
        assertThat(trail.after(database -> database.sql(
                                "update access.trail_entry set role = 'CHAIR' where id = '" + entryAt(2) + "'")
                        .update()))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("role"));
    }

    @Test
    void anEntryAnOutcomeOrASealThatIsRemovedIsNamed() {
        for (int place : new int[] {1, 9, 10, 25, 40}) {
            String entry = entryAt(place);
            assertThat(trail.after(database -> database.sql("delete from access.trail_entry where id = '" + entry + "'")
                            .update()))
                    .extracting(Finding::kind, Finding::position, Finding::entry)
                    .containsExactly(tuple(Kind.REMOVED, (long) place, entry));
            assertThat(trail.after(database -> database.sql(
                                    "delete from access.trail_outcome where entry_id = '" + entry + "'")
                            .update()))
                    .extracting(Finding::kind, Finding::position)
                    .containsExactly(tuple(Kind.REMOVED, (long) place));
            assertThat(trail.after(database -> database.sql("delete from access.trail_seal where position = " + place)
                            .update()))
                    .anySatisfy(one -> assertThat(one.entry()).isEqualTo(entry));
        }
    }

    @Test
    void nothingIsLeftOfSeveralInARowAndStillTheyAreMissed() {
        var found = trail.after(database -> {
            deleteWhole(database, "position between 5 and 8");
        });
        assertThat(found)
                .extracting(Finding::line)
                .containsExactly("REMOVED position 5: the seals from here to position 8 are gone.");
    }

    @Test
    void anEndThatIsCutOffIsMissedByTheHeadsBesideTheDatabase() {
        var found = trail.after(database -> {
            deleteWhole(database, "position > 25");
            database.sql("delete from access.trail_head where position > 25").update();
        });
        assertThat(found).extracting(Finding::kind).containsOnly(Kind.CUT_OFF);
        assertThat(found).extracting(Finding::position).containsExactly(30L, 40L);
    }

    @Test
    void everythingRemovedIsMissedToo() {
        var found = trail.after(database -> {
            for (String table : TABLES) {
                database.sql("delete from access." + table).update();
            }
        });
        assertThat(found).extracting(Finding::kind).containsOnly(Kind.CUT_OFF).hasSize(4);
    }

    @Test
    void anEntryThatIsInsertedIsFoundWithAndWithoutASeal() {
        for (boolean queued : new boolean[] {false, true}) {
            String id = UUID.randomUUID().toString();
            assertThat(trail.after(database -> insert(database, id, queued)))
                    .extracting(Finding::kind, Finding::entry)
                    .containsExactly(tuple(Kind.INSERTED, id));
        }
        String id = UUID.randomUUID().toString();
        var found = trail.after(database -> {
            insert(database, id, true);
            database.sql("select access.seal(100)").query(_ -> {});
        });
        assertThat(found).extracting(Finding::kind, Finding::entry).containsExactly(tuple(Kind.FORGED, id));
    }

    @Test
    void twoEntriesThatChangePlacesAreFound() {
        String first = entryAt(12);
        String second = entryAt(13);
        var contents = trail.after(database -> swap(database, "trail_entry", "id", first, second));
        assertThat(contents).extracting(Finding::position).contains(12L, 13L);
        var outcomes = trail.after(database -> swap(database, "trail_outcome", "entry_id", first, second));
        assertThat(outcomes).extracting(Finding::position).contains(12L, 13L);
        var seals = trail.after(database -> swap(database, "trail_seal", "entry_id", first, second));
        assertThat(seals).extracting(Finding::position).contains(12L, 13L);
        var places = trail.after(database -> {
            for (var move : List.of(List.of(12, 1000), List.of(13, 12), List.of(1000, 13))) {
                database.sql("update access.trail_seal set position = ? where position = ?")
                        .params(move.get(1), move.get(0))
                        .update();
            }
        });
        assertThat(places).extracting(Finding::kind).contains(Kind.REORDERED);
    }

    @Test
    void aChainThatIsMadeAnewAfterAChangeIsFoundByCodesAndHeads() {
        var found = trail.after(database -> {
            database.sql("update access.trail_entry set detail = '{\"words\":\"other\"}' where id = '" + entryAt(15)
                            + "'")
                    .update();
            rebuild(database);
        });
        assertThat(found)
                .extracting(Finding::kind, Finding::position)
                .contains(tuple(Kind.FORGED, 15L), tuple(Kind.HEAD, 20L));
        assertThat(found).extracting(Finding::position).doesNotContain(10L);
    }

    @Test
    void aRoleThatIsChangedIsFoundAlsoWhenTheChainAndItsHeadsInTheDatabaseAreMadeAnew() {
        var found = trail.after(database -> {
            database.sql("update access.trail_entry set role = 'CHAIR' where id = '" + entryAt(16) + "'")
                    .update();
            rebuild(database);
            database.sql("""
                    update access.trail_head h set link = s.link from access.trail_seal s where s.position = h.position
                    """).update();
        });
        assertThat(found).extracting(Finding::kind).containsOnly(Kind.HEAD);
        assertThat(found).extracting(Finding::position).contains(20L, 30L, 40L).doesNotContain(10L);
    }

    @Test
    void aRemovalWithAChainMadeAnewIsFoundByTheHeads() {
        var found = trail.after(database -> {
            deleteWhole(database, "position = 22");
            database.sql("update access.trail_seal set position = position - 1 + 1000 where position > 22")
                    .update();
            database.sql("update access.trail_seal set position = position - 1000 where position > 1000")
                    .update();
            rebuild(database);
        });
        assertThat(found).extracting(Finding::kind).contains(Kind.HEAD, Kind.CUT_OFF);
    }

    @Test
    void aHeadThatIsRemovedIsMissedAlsoWithoutTheFile() {
        var withoutFile = new Verifying(trail.key, HeadKey.of(trail.key), null);
        for (int place : new int[] {10, 20, 30}) {
            assertThat(trail.after(
                            withoutFile,
                            database -> database.sql("delete from access.trail_head where position = " + place)
                                    .update()))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.REMOVED);
        }
        assertThat(trail.after(database -> database.sql("delete from access.trail_head where position = 40")
                        .update()))
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.REMOVED, 40L));
    }

    @Test
    void withoutTheKeyTheChainAndItsHeadsAreStillFollowed() {
        var withoutKey = new Verifying(null, null, trail.headsFile);
        assertThat(trail.after(withoutKey, _ -> {})).isEmpty();
        assertThat(trail.after(
                        withoutKey,
                        database -> database.sql(
                                        "update access.trail_entry set path = 'GET /x' where id = '" + entryAt(7) + "'")
                                .update()))
                .extracting(Finding::position)
                .containsExactly(7L);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDoneAtRandomIsFound(int seed) {
        var random = new Random(seed);
        var done = new ArrayList<String>();
        var found = trail.after(database -> {
            TABLES.forEach(table -> loosen(database, table));
            for (int i = 0; i <= random.nextInt(3); i++) {
                done.add(tamper(database, random));
            }
        });
        assertThat(found).as(seed + ": " + done).isNotEmpty();
    }

    private static String tamper(JdbcClient database, Random random) {
        int place = 1 + random.nextInt(SealedTrail.ENTRIES);
        String entry = entryAt(place);
        String statement = switch (random.nextInt(4)) {
            case 0 -> "delete from access.trail_entry where id = '" + entry + "'";
            case 1 -> "delete from access.trail_seal where position = " + place;
            case 2 -> "delete from access.trail_head where position = " + 10 * (1 + random.nextInt(4));
            default -> {
                String[] names =
                        changeable.get(random.nextInt(changeable.size())).split("\\.", -1);
                String own = switch (names[0]) {
                    case "trail_entry" -> "id = '" + entry + "'";
                    case "trail_outcome" -> "entry_id = '" + entry + "'";
                    case "trail_seal" -> "position = " + place;
                    default -> "position = 20";
                };
                yield "update access." + names[0] + " set " + names[1] + " = " + orSome(names) + " where " + own;
            }
        };
        database.sql(statement).update();
        return statement;
    }

    private static String orSome(String[] names) {
        return "coalesce(" + another(names[1], names[2]) + ", " + some(names[2]) + ")";
    }

    private static List<String> rows(String table, String condition) {
        String key = switch (table) {
            case "trail_entry" -> "id";
            case "trail_outcome", "trail_waiting" -> "entry_id";
            default -> "position";
        };
        String of = switch (table) {
            case "trail_entry", "trail_outcome" -> " and " + key + " in (select entry_id from access.trail_seal)";
            default -> "";
        };
        return texts("select format('%s = %L', '" + key + "', " + key + ") from access." + table + " where " + condition
                + of + " order by 1 limit 6");
    }

    private static List<String> texts(String query) {
        return trail.owner.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private static String another(String column, String type) {
        return switch (type) {
            case "text" -> column + " || 'x'";
            case "timestamptz" -> column + " + interval '1 microsecond'";
            case "int8" -> column + " + 100000";
            case "bytea" -> "set_byte(" + column + ", 3, (get_byte(" + column + ", 3) + 1) % 256)";
            case "_uuid" -> column + " || gen_random_uuid()";
            case "xid8" -> "'999999'::xid8";
            default -> "gen_random_uuid()";
        };
    }

    private static String some(String type) {
        return switch (type) {
            case "text" -> "'x'";
            case "timestamptz" -> "now()";
            case "int8" -> "7";
            case "bytea" -> "'\\x00'::bytea";
            case "_uuid" -> "array[gen_random_uuid()]";
            case "xid8" -> "'999999'::xid8";
            default -> "gen_random_uuid()";
        };
    }

    /// Takes away what would refuse a value before anybody can find it.
    private static void loosen(JdbcClient database, String table) {
        database.sql(
                        "select conname from pg_constraint where conrelid = ('access." + table
                                + "')::regclass and contype in ('c', 'p', 'u', 'n') and conname <> 'trail_waiting_number_not_null' and conname <> 'trail_waiting_is_identified' order by contype desc")
                .query(String.class)
                .list()
                .forEach(name -> database.sql(
                                "alter table access." + table + " drop constraint if exists " + name + " cascade")
                        .update());
    }

    private static void deleteWhole(JdbcClient database, String where) {
        String entries = "(select entry_id from access.trail_seal where " + where + ")";
        database.sql("delete from access.trail_outcome where entry_id in " + entries)
                .update();
        database.sql("delete from access.trail_entry where id in " + entries).update();
        database.sql("delete from access.trail_seal where " + where).update();
    }

    private static void insert(JdbcClient database, String id, boolean queued) {
        database.sql("""
                        insert into access.trail_entry (id, at, deed, what, path, channel, authenticator)
                        values (:id::uuid, now(), 'READ', 'record', 'GET /x', 'PAGE', sha256('guess'))
                        """).param("id", id).update();
        database.sql("insert into access.trail_outcome values (:id::uuid, 'DONE', '{}', sha256('guess'))")
                .param("id", id)
                .update();
        if (queued) {
            database.sql("insert into access.trail_waiting (entry_id) values (:id::uuid)")
                    .param("id", id)
                    .update();
        }
    }

    private static void swap(JdbcClient database, String table, String column, String first, String second) {
        String between = UUID.randomUUID().toString();
        for (var move : List.of(List.of(first, between), List.of(second, first), List.of(between, second))) {
            database.sql("update access." + table + " set " + column + " = ?::uuid where " + column + " = ?::uuid")
                    .params(move.get(1), move.get(0))
                    .update();
        }
    }

    /// What somebody without the key can do: every digest and link as the database itself would compute it.
    private static void rebuild(JdbcClient database) {
        database.sql("""
                        update access.trail_seal s
                        set digest = sha256(convert_to(access.sealed_text(e, o), 'UTF8'))
                        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id where e.id = s.entry_id
                        """).update();
        database.sql("""
                        update access.trail_seal s set link = c.link
                        from (select position, access.chain('', position, (extract(epoch from sealed_at) * 1000000)::bigint, digest)
                                  over (order by position) as link
                              from access.trail_seal) c
                        where c.position = s.position
                        """).update();
    }

    private static String entryAt(int position) {
        return entries.get(position - 1);
    }
}
