package org.witan.marac.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.people.SourceRecord;
import org.witan.people.SourceRecords;

/// Protective orders as far as whoever looks may see. Asked inside a witnessed piece of work.
@Repository
public class Orders {
    private static final String TYPE = """
            y.code as type_code, y.words as type_words, y.made_by, y.most_hours, y.most_days, y.least_days, y.breach, y.when_served,
            y.facts, y.source
            """;
    private final JdbcClient database;
    private final SourceRecords persons;

    Orders(JdbcClient database, SourceRecords persons) {
        this.database = database;
        this.persons = persons;
    }

    /// Kinds of orders, in their order on pages.
    List<OrderType> types() {
        return database.sql("select " + TYPE + " from marac.order_type y order by y.place")
                .query((row, _) -> type(row))
                .list();
    }

    /// Orders of some referrals, those that begin last first.
    public List<ProtectiveOrder> of(Collection<UUID> referrals) {
        return read(database.sql("""
                        select id from marac.protective_order where record_id = any (cast(:referrals as uuid[]))
                        """)
                .param("referrals", referrals.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    /// One order.
    Optional<ProtectiveOrder> find(UUID order) {
        return read(List.of(order)).stream().findFirst();
    }

    /// Some orders, those that begin last first.
    List<ProtectiveOrder> read(Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<OrderTerm>> terms = terms(orders);
        Map<UUID, List<Named>> named = named(orders);
        Map<UUID, List<ProtectiveOrder.Breach>> breaches = breaches(orders);
        Map<UUID, SourceRecord> found =
                persons
                        .read(named.values().stream()
                                .flatMap(List::stream)
                                .map(Named::person)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(SourceRecord::id, Function.identity()));
        return database
                .sql("""
                        select o.id, o.record_id, b.reference, t.from_marac, o.held, access.setting_number('marac_order_reminder_days') as days
                        from marac.protective_order o
                        join access.record b on b.id = o.record_id
                        left join marac.transfer_in t on t.record_id = o.came_with
                        where o.id = any (cast(:orders as uuid[]))
                        """)
                .param("orders", orders.toArray(UUID[]::new))
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    List<Named> all = named.getOrDefault(id, List.of());
                    return new ProtectiveOrder(
                            id,
                            row.getObject("record_id", UUID.class),
                            row.getString("reference"),
                            terms.getOrDefault(id, List.of()),
                            those(all, true, found),
                            those(all, false, found),
                            breaches.getOrDefault(id, List.of()),
                            row.getInt("days"),
                            row.getString("from_marac"),
                            row.getBoolean("held"));
                })
                .list()
                .stream()
                .filter(order -> !order.terms().isEmpty())
                .sorted((one, other) -> other.now()
                        .terms()
                        .startsOn()
                        .compareTo(one.now().terms().startsOn()))
                .toList();
    }

    private static List<SourceRecord> those(List<Named> all, boolean bound, Map<UUID, SourceRecord> found) {
        return all.stream()
                .filter(one -> one.bound == bound)
                .flatMap(one -> Stream.ofNullable(found.get(one.person)))
                .toList();
    }

    private Map<UUID, List<OrderTerm>> terms(Collection<UUID> orders) {
        Map<UUID, List<OrderTerm>> all = new HashMap<>();
        database.sql("select t.*, a.name as agency, access.person(t.by) as by_name, " + TYPE + """
                        from marac.order_term t join marac.order_type y on y.code = t.type
                        join access.agency a on a.id = t.agency_id
                        where t.order_id = any (cast(:orders as uuid[])) order by t.version desc
                        """)
                .param("orders", orders.toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                            .add(term(row));
                });
        return all;
    }

    private static OrderTerm term(ResultSet row) throws SQLException {
        var terms = new OrderTerms(
                type(row),
                row.getString("issuer"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("served_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("conditions"));
        return new OrderTerm(
                row.getInt("version"),
                OrderStep.valueOf(row.getString("what")),
                terms,
                row.getObject("ended_on", LocalDate.class),
                row.getString("reason"),
                row.getString("agency"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"));
    }

    private static OrderType type(ResultSet row) throws SQLException {
        return new OrderType(
                row.getString("type_code"),
                row.getString("type_words"),
                row.getString("made_by"),
                number(row, "most_hours"),
                number(row, "most_days"),
                number(row, "least_days"),
                OrderType.Breach.valueOf(row.getString("breach")),
                row.getBoolean("when_served"),
                row.getString("facts"),
                row.getString("source"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private Map<UUID, List<Named>> named(Collection<UUID> orders) {
        Map<UUID, List<Named>> all = new HashMap<>();
        database.sql("""
                        select p.order_id, p.person_id, p.is_bound from marac.order_person p
                        where p.order_id = any (cast(:orders as uuid[])) order by p.order_id, p.person_id
                        """).param("orders", orders.toArray(UUID[]::new)).query(row -> {
            all.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Named(row.getObject("person_id", UUID.class), row.getBoolean("is_bound")));
        });
        return all;
    }

    private Map<UUID, List<ProtectiveOrder.Breach>> breaches(Collection<UUID> orders) {
        Map<UUID, List<ProtectiveOrder.Breach>> all = new HashMap<>();
        database.sql("""
                        select b.*, access.viewer_role() = 'COORDINATOR' or b.agency_id = access.viewer_agency() as own,
                            a.name as agency, access.person(b.by) as by_name
                        from marac.order_breach b join access.agency a on a.id = b.agency_id
                        where b.order_id = any (cast(:orders as uuid[])) order by b.on_day desc, b.id desc
                        """).param("orders", orders.toArray(UUID[]::new)).query(row -> {
            all.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                    .add(new ProtectiveOrder.Breach(
                            row.getObject("id", UUID.class),
                            row.getObject("on_day", LocalDate.class),
                            row.getString("words"),
                            row.getString("reported_to"),
                            row.getString("agency"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("by_name"),
                            row.getString("struck_because"),
                            row.getBoolean("own")));
        });
        return all;
    }

    private record Named(UUID person, boolean bound) {}
}
