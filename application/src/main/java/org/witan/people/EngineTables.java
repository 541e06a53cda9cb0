package org.witan.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.linkage.record.Counted;
import org.witan.linkage.scoring.Waterfall;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the engine asks of the database about a record that was received in this transaction. Nothing of it is shown.
record EngineTables(JdbcClient database) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Map<String, String>>> FACES = new TypeReference<>() {};

    /// Another record.
    record Other(UUID record, List<Map<String, String>> faces) {}

    /// What is known of the person of another record.
    ///
    /// @param records how many tell of the person
    /// @param isClosed whether a barrier or a restriction ever covered one of them
    record Whole(UUID person, long records, boolean isProtected, boolean isClosed, Set<Standing> standings) {}

    void takeTurn() {
        database.sql("select people.take_turn()").query(_ -> {});
    }

    /// What is compared of a record.
    record Compared(UUID record, List<Long> keys, List<Map<String, String>> faces, List<Counted> counted) {}

    /// Makes records known, each as a person of its own.
    void index(List<Compared> all) {
        var records = new Rows();
        Map<Counted, Long> counts = new HashMap<>();
        for (Compared one : all) {
            records.add().with("record", one.record()).with("keys", one.keys()).with("faces", one.faces());
            one.counted().forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        var counted = new Rows();
        counts.forEach((value, number) -> counted.add()
                .with("field", value.field())
                .with("value", value.value())
                .with("records", number));
        database.sql("select people.index_records(cast(:records as jsonb), cast(:counted as jsonb))")
                .param("records", records.text())
                .param("counted", counted.text())
                .query(_ -> {});
    }

    /// How common some values are, for a record received in this transaction.
    Map<Counted, Long> howCommon(UUID record, Collection<Counted> counted) {
        Map<Counted, Long> counts = new HashMap<>();
        database.sql("""
                        select field, value, records
                        from people.how_common(:record, cast(:fields as text[]), cast(:counted as text[]))
                        """)
                .param("record", record)
                .param("fields", counted.stream().map(Counted::field).toArray(String[]::new))
                .param("counted", counted.stream().map(Counted::value).toArray(String[]::new))
                .query(row -> {
                    counts.put(new Counted(row.getString("field"), row.getString("value")), row.getLong("records"));
                });
        return counts;
    }

    /// For each record of a piece, which of the records before the piece are nearest by the keys they share: each key
    /// counts the more, the fewer have it.
    ///
    /// @param near by the place in the piece, records with what the keys they share count
    /// @param telling by the place, keys that records before it in the piece have too, with what each counts
    record Nearest(Map<Integer, Map<UUID, Long>> near, Map<Integer, Map<Long, Long>> telling) {}

    /// @param earlier how many records before it in the piece have each key
    Nearest nearest(List<Compared> piece, List<long[]> earlier, int most) {
        var asked = new Rows();
        for (int at = 0; at < piece.size(); at++) {
            for (int key = 0; key < piece.get(at).keys().size(); key++) {
                asked.add()
                        .with("place", at)
                        .with("key", piece.get(at).keys().get(key))
                        .with("earlier", earlier.get(at)[key]);
            }
        }
        var nearest = new Nearest(new HashMap<>(), new HashMap<>());
        database.sql("select place, other_id, counts, key from people.nearest(:record, cast(:asked as jsonb), :most)")
                .param("record", piece.getFirst().record())
                .param("asked", asked.text())
                .param("most", most)
                .query(row -> {
                    UUID other = row.getObject("other_id", UUID.class);
                    if (other == null) {
                        nearest.telling()
                                .computeIfAbsent(row.getInt("place"), _ -> new HashMap<>())
                                .put(row.getLong("key"), row.getLong("counts"));
                    } else {
                        nearest.near()
                                .computeIfAbsent(row.getInt("place"), _ -> new HashMap<>())
                                .put(other, row.getLong("counts"));
                    }
                });
        return nearest;
    }

    /// The faces of other records, for a record received in this transaction.
    Map<UUID, Other> faces(UUID record, Collection<UUID> others) {
        Map<UUID, Other> faces = new HashMap<>();
        if (!others.isEmpty()) {
            database.sql("select record_id, faces from people.faces_of(:record, cast(:others as uuid[]))")
                    .param("record", record)
                    .param("others", others.toArray(UUID[]::new))
                    .query(row -> {
                        UUID other = row.getObject("record_id", UUID.class);
                        faces.put(other, new Other(other, JSON.readValue(row.getString("faces"), FACES)));
                    });
        }
        return faces;
    }

    Map<UUID, Whole> persons(UUID record, Collection<UUID> others) {
        Map<UUID, Whole> persons = new HashMap<>();
        database.sql("""
                        select record_id, person_id, records, protected, closed, standings
                        from people.persons_of(:record, cast(:others as uuid[]))
                        """)
                .param("record", record)
                .param("others", others.toArray(UUID[]::new))
                .query(row -> {
                    Set<Standing> standings = new HashSet<>();
                    for (Object one : (Object[]) row.getArray("standings").getArray()) {
                        standings.add(Standing.valueOf((String) one));
                    }
                    persons.put(
                            row.getObject("record_id", UUID.class),
                            new Whole(
                                    row.getObject("person_id", UUID.class),
                                    row.getLong("records"),
                                    row.getBoolean("protected"),
                                    row.getBoolean("closed"),
                                    standings));
                });
        return persons;
    }

    List<Other> personOf(UUID record, UUID other) {
        return database.sql("select record_id, faces from people.faces_of_person_of(:record, :other)")
                .param("record", record)
                .param("other", other)
                .query((row, _) -> new Other(
                        row.getObject("record_id", UUID.class), JSON.readValue(row.getString("faces"), FACES)))
                .list();
    }

    /// Whether they are linked now; not when they must stay apart.
    boolean link(UUID record, UUID other, double weight) {
        return database.sql("select people.link_found(:record, :other, :weight)")
                .param("record", record)
                .param("other", other)
                .param("weight", weight)
                .query(Boolean.class)
                .single();
    }

    /// Puts both before the coordinator, unless they must stay apart.
    void suggest(UUID record, UUID other, Waterfall waterfall, Guard guard, String reason) {
        unsure(
                        "select people.suggest(:record, :other, :weight, :probability, cast(:waterfall as jsonb), :guard, :reason)",
                        record,
                        other,
                        waterfall,
                        guard,
                        reason)
                .query(_ -> {});
    }

    /// Puts two records before the coordinator who asks about them; null when they are of one person.
    @Nullable
    UUID askAbout(UUID record, UUID other, Waterfall waterfall, Guard guard, String reason) {
        return unsure(
                        "select people.ask_about(:record, :other, :weight, :probability, cast(:waterfall as jsonb), :guard, :reason) as id",
                        record,
                        other,
                        waterfall,
                        guard,
                        reason)
                .query((row, _) -> Optional.ofNullable(row.getObject("id", UUID.class)))
                .single()
                .orElse(null);
    }

    private JdbcClient.StatementSpec unsure(
            String statement, UUID record, UUID other, Waterfall waterfall, Guard guard, String reason) {
        return database.sql(statement)
                .param("record", record)
                .param("other", other)
                .param("weight", waterfall.weight())
                .param("probability", waterfall.probability())
                .param("waterfall", JSON.writeValueAsString(picture(waterfall)))
                .param("guard", guard.name())
                .param("reason", reason);
    }

    private static Picture picture(Waterfall waterfall) {
        var steps = new ArrayList<Picture.Step>();
        for (Waterfall.Step step : waterfall.steps()) {
            steps.add(new Picture.Step(
                    step.comparison(), step.says(), step.bits(), step.sharing(), step.given(), step.differs()));
        }
        return new Picture(waterfall.prior(), steps);
    }
}
