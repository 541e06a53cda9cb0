package org.witan.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    void index(UUID record, long[] keys, List<Map<String, String>> faces, List<Common.Value> counted) {
        database.sql("""
                        select people.index_record(:record, cast(:keys as bigint[]), cast(:faces as jsonb),
                            cast(:fields as text[]), cast(:counted as text[]))
                        """)
                .param("record", record)
                .param("keys", keys)
                .param("faces", JSON.writeValueAsString(faces))
                .param("fields", fields(counted))
                .param("counted", values(counted))
                .query(_ -> {});
    }

    Common howCommon(UUID record, List<Common.Value> counted) {
        Map<Common.Value, Long> counts = new HashMap<>();
        database.sql("""
                        select field, value, records
                        from people.how_common(:record, cast(:fields as text[]), cast(:counted as text[]))
                        """)
                .param("record", record)
                .param("fields", fields(counted))
                .param("counted", values(counted))
                .query(row -> {
                    counts.put(
                            new Common.Value(row.getString("field"), row.getString("value")), row.getLong("records"));
                });
        return new Common(counts);
    }

    List<Other> candidates(UUID record, long[] keys, int most) {
        return database.sql(
                        "select record_id, faces from people.candidates_for(:record, cast(:keys as bigint[]), :most)")
                .param("record", record)
                .param("keys", keys)
                .param("most", most)
                .query((row, _) -> new Other(
                        row.getObject("record_id", UUID.class), JSON.readValue(row.getString("faces"), FACES)))
                .list();
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
                    Set<Standing> standings = new java.util.HashSet<>();
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
        database.sql("""
                        select people.suggest(:record, :other, :weight, :probability, cast(:waterfall as jsonb), :guard,
                            :reason)
                        """)
                .param("record", record)
                .param("other", other)
                .param("weight", waterfall.weight())
                .param("probability", waterfall.probability())
                .param("waterfall", JSON.writeValueAsString(picture(waterfall)))
                .param("guard", guard.name())
                .param("reason", reason)
                .query(_ -> {});
    }

    private static Picture picture(Waterfall waterfall) {
        var steps = new ArrayList<Picture.Step>();
        for (Waterfall.Step step : waterfall.steps()) {
            steps.add(new Picture.Step(
                    step.comparison(), step.says(), step.bits(), step.sharing(), step.given(), step.differs()));
        }
        return new Picture(waterfall.prior(), steps);
    }

    private static String[] fields(List<Common.Value> counted) {
        return counted.stream().map(Common.Value::field).toArray(String[]::new);
    }

    private static String[] values(List<Common.Value> counted) {
        return counted.stream().map(Common.Value::value).toArray(String[]::new);
    }
}
