package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import tools.jackson.databind.json.JsonMapper;

/// Finds persons by whatever somebody knows of them, typed as people type: any part of a name, also misspelt or as it
/// sounds, a former name, a pet name, a day of birth in any usual form, an address, a postcode, a number, a reference.
///
/// Whom the viewer may not see is not found, not counted and changes nothing in the order of the others. An address of
/// a victim finds somebody only for those who may know where they live.
@Component
public class FindingPersons {
    /// How many records are shown at most.
    public static final int MOST = 25;

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIND = """
            with hit as materialized (
                select f.record_id, f.fits, f.place
                from people.find_records(cast(:asked as jsonb), :most)
                    with ordinality as f (record_id, fits, place))
            select s.id, s.given_name, s.family_name, s.date_of_birth, s.born_on, s.standing, s.protected, r.reference,
                y.name as agency, h.fits = 'PART' as in_part,
                least(s.id, (select t.other_id from people.together t where t.record_id = s.id
                             order by t.other_id limit 1)) as person
            from hit h
            join people.source_record s on s.id = h.record_id
            join access.record r on r.id = s.id
            join access.agency y on y.id = s.agency_id
            order by h.place
            """;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    FindingPersons(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// Persons that fit some words, the likeliest first.
    public Found find(Viewer viewer, String words) {
        var asked = SearchWords.read(words, LocalDate.ofInstant(clock.instant(), HERE));
        return witnessing.witness(viewer, Deed.of(Verb.SEARCH, "person").with("words", words), shown -> {
            if (asked.isEmpty()) {
                return new Found(List.of(), false, false, true);
            }
            List<Row> rows = database.sql(FIND)
                    .param("asked", JSON.writeValueAsString(asked))
                    .param("most", MOST + 1)
                    .query((row, _) -> row(row))
                    .list();
            List<Row> page = rows.subList(0, Math.min(MOST, rows.size()));
            page.forEach(row -> shown.add(row.hit().record()));
            boolean inPart = page.stream().anyMatch(Row::inPart);
            return new Found(persons(page), rows.size() > MOST, inPart, false);
        });
    }

    private static List<List<Hit>> persons(List<Row> rows) {
        Map<UUID, List<Hit>> persons = new LinkedHashMap<>();
        rows.forEach(row ->
                persons.computeIfAbsent(row.person(), _ -> new ArrayList<>()).add(row.hit()));
        return persons.values().stream().map(List::copyOf).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("person", UUID.class),
                new Hit(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        new Name(row.getString("given_name"), row.getString("family_name")),
                        row.getString("date_of_birth"),
                        row.getObject("born_on", LocalDate.class),
                        Standing.valueOf(row.getString("standing")),
                        row.getString("agency"),
                        row.getBoolean("protected")),
                row.getBoolean("in_part"));
    }

    private record Row(UUID person, Hit hit, boolean inPart) {}

    /// What was found.
    ///
    /// @param persons each with those of their records that fit, the likeliest first
    /// @param more whether there are more than are shown
    /// @param inPart whether nobody fits all that was typed, and these fit all but one thing of it
    /// @param tooLittle whether what was typed is too little to look for
    public record Found(List<List<Hit>> persons, boolean more, boolean inPart, boolean tooLittle) {}

    /// A record that fits.
    public record Hit(
            UUID record,
            String reference,
            Name name,
            String dateOfBirth,
            @Nullable LocalDate bornOn,
            Standing standing,
            String agency,
            boolean isProtected) {

        @Override
        public String toString() {
            return "a record of " + standing;
        }
    }
}
