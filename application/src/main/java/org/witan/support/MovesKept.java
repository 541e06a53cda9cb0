package org.witan.support;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.people.SourceRecord;
import org.witan.support.Moving.Debt;
import org.witan.support.Moving.Unchecked;

/// What is kept of managed moves: what is needed, properties, tries that were refused, and what is owed. Asked inside a
/// witnessed piece of work.
@Repository
class MovesKept {
    private final JdbcClient database;

    MovesKept(JdbcClient database) {
        this.database = database;
    }

    /// Keeps what somebody needs who moves, with an offer that is being made.
    void keep(UUID offer, MoveNeed need) {
        database.sql("""
                        insert into support.move_need (record_id, landlord_id, bedrooms)
                        values (:offer, cast(:landlord as uuid), :bedrooms)
                        """)
                .param("offer", offer)
                .param("landlord", need.landlord())
                .param("bedrooms", need.bedrooms())
                .update();
        need.avoid().stream()
                .distinct()
                .forEach(area -> database.sql(
                                "insert into support.avoided_area (record_id, area) values (:offer, :area)")
                        .param("offer", offer)
                        .param("area", area)
                        .update());
    }

    /// Whether words name a person.
    static boolean names(SourceRecord person, String words) {
        String all = words.toLowerCase(Locale.UK);
        return Stream.of(person.name().given(), person.name().family())
                .filter(name -> name.length() > 2)
                .anyMatch(name -> all.contains(name.toLowerCase(Locale.UK)));
    }

    MoveNeed need(UUID offer) {
        List<String> avoid = database.sql(
                        "select area from support.avoided_area where record_id = :offer order by area")
                .param("offer", offer)
                .query((row, _) -> row.getString("area"))
                .list();
        return database.sql("select landlord_id, bedrooms from support.move_need where record_id = :offer")
                .param("offer", offer)
                .query((row, _) ->
                        new MoveNeed(row.getObject("landlord_id", UUID.class), row.getInt("bedrooms"), avoid))
                .optional()
                .orElseGet(() -> new MoveNeed(null, 0, avoid));
    }

    List<Property> properties(UUID offer) {
        return database.sql("select * from support.property where record_id = :offer order by at desc")
                .param("offer", offer)
                .query((row, _) -> {
                    @Nullable String answer = row.getString("answer");
                    return new Property(
                            row.getObject("id", UUID.class),
                            row.getString("postcode"),
                            row.getString("ward"),
                            row.getInt("bedrooms"),
                            row.getString("words"),
                            answer == null ? null : Property.Answer.valueOf(answer));
                })
                .list();
    }

    long tries(UUID offer) {
        return database.sql("select count(*) from support.property_try where record_id = :offer")
                .param("offer", offer)
                .query(Long.class)
                .single();
    }

    boolean isAvoided(UUID offer, Property property) {
        return database.sql("select support.is_avoided(:offer, :postcode, :ward)")
                .param("offer", offer)
                .param("postcode", property.postcode())
                .param("ward", property.ward())
                .query(Boolean.class)
                .single();
    }

    boolean tried(Viewer viewer, UUID offer) {
        database.sql("""
                        insert into support.property_try (id, record_id, at, by)
                        values (gen_random_uuid(), :offer, now(), :account)
                        """)
                .param("offer", offer)
                .param("account", viewer.account())
                .update();
        return false;
    }

    boolean offered(Viewer viewer, UUID offer, Property property) {
        database.sql("""
                        insert into support.property (id, record_id, postcode, ward, bedrooms, words, agency_id, at, by)
                        values (:id, :offer, :postcode, :ward, :bedrooms, :words, :agency, now(), :account)
                        """)
                .param("id", property.id())
                .param("offer", offer)
                .param("postcode", property.postcode())
                .param("ward", property.ward())
                .param("bedrooms", property.bedrooms())
                .param("words", property.words())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        return true;
    }

    /// What could not be compared by ward: of the property that waits or was offered last, and of the areas.
    List<Unchecked> unchecked(UUID offer, List<Property> properties) {
        return database.sql("select what, area from support.not_checked(:offer, :postcode) order by what desc, area")
                .param("offer", offer)
                .param(
                        "postcode",
                        properties.isEmpty() ? "" : properties.getFirst().postcode())
                .query((row, _) -> new Unchecked(Unchecked.What.valueOf(row.getString("what")), row.getString("area")))
                .list();
    }

    /// Says what came of a property; 0 when somebody said it before.
    int answer(Viewer viewer, Property property, Property.Answer answer) {
        return database.sql("""
                                update support.property set answer = :answer, answered_at = now(), answered_by = :account
                                where id = :id and answer is null
                                """)
                .param("answer", answer.name())
                .param("account", viewer.account())
                .param("id", property.id())
                .update();
    }

    /// Writes down what is owed for a property that was taken.
    void owe(Property property) {
        database.sql("select support.owe(:id)").param("id", property.id()).query(_ -> {});
    }

    /// Who owes whom, after what each owes the other is set off.
    List<Debt> ledger() {
        return database.sql("""
                        with side as (
                            select debtor_id, creditor_id, 1 as n from support.owed
                            union all select creditor_id, debtor_id, -1 from support.owed)
                        select d.name as debtor, c.name as creditor, sum(b.n) as properties
                        from side b join access.agency d on d.id = b.debtor_id join access.agency c on c.id = b.creditor_id
                        group by d.name, c.name having sum(b.n) > 0 order by sum(b.n) desc, d.name, c.name
                        """)
                .query((row, _) ->
                        new Debt(row.getString("debtor"), row.getString("creditor"), row.getLong("properties")))
                .list();
    }
}
