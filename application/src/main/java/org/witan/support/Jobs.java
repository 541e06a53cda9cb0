package org.witan.support;

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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Jobs of contractors, as far as whoever looks may see. Asked inside a witnessed piece of work.
@Repository
class Jobs {
    private static final String JOBS = """
            select j.*, r.reference, c.name as contractor, y.name as asker,
                j.contractor_id = access.viewer_agency() as is_own,
                c.closed_at is not null as contractor_closed, y.closed_at is not null as asker_closed,
                support.job_stopped_at(j.id) as stopped_at
            from support.job j
            join access.record r on r.id = j.id
            join access.agency c on c.id = j.contractor_id
            join access.agency y on y.id = j.agency_id
            where j.id = any (cast(:ids as uuid[])) order by j.asked_at desc
            """;
    private static final String ITEMS = """
            select i.record_id, s.words from support.job_item i join support.safety_item s on s.code = i.item
            where i.record_id = any (cast(:ids as uuid[])) order by s.place
            """;
    private static final String STEPS = """
            select s.*, y.name as agency from support.job_step s join access.agency y on y.id = s.agency_id
            where s.record_id = any (cast(:ids as uuid[])) order by s.at, s.id
            """;
    private final JdbcClient database;

    Jobs(JdbcClient database) {
        this.database = database;
    }

    /// Jobs of an offer.
    List<Job> of(UUID offer) {
        return read(ids("""
                select w.record_id as id from access.lies_within w join support.job j on j.id = w.record_id
                where w.whole_id = :one
                """, offer));
    }

    /// Jobs that an agency does.
    List<Job> doneBy(UUID agency) {
        return read(ids("select id from support.job where contractor_id = :one", agency));
    }

    /// Jobs that an agency asked for.
    List<Job> askedBy(UUID agency) {
        return read(ids("select id from support.job where agency_id = :one", agency));
    }

    /// Jobs of which the contractor or whoever asked closed, for somebody who sees all.
    List<Job> ofClosed() {
        return read(database.sql("""
                        select j.id from support.job j
                        join access.agency c on c.id = j.contractor_id join access.agency y on y.id = j.agency_id
                        where c.closed_at is not null or y.closed_at is not null
                        """)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    Optional<Job> find(UUID job) {
        return read(List.of(job)).stream().findFirst();
    }

    private List<UUID> ids(String question, UUID one) {
        return database.sql(question)
                .param("one", one)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<Job> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<String>> items = new HashMap<>();
        RowCallbackHandler item =
                row -> items.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                        .add(row.getString("words"));
        database.sql(ITEMS).param("ids", wanted).query(item);
        Map<UUID, List<Job.Said>> steps = new HashMap<>();
        RowCallbackHandler step =
                row -> steps.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                        .add(said(row));
        database.sql(STEPS).param("ids", wanted).query(step);
        return database.sql(JOBS)
                .param("ids", wanted)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return job(id, row, items.getOrDefault(id, List.of()), steps.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Job.Said said(ResultSet row) throws SQLException {
        return new Job.Said(
                Job.What.valueOf(row.getString("what")),
                row.getObject("on_day", LocalDate.class),
                row.getString("words"),
                row.getString("agency"));
    }

    private static Job job(UUID id, ResultSet row, List<String> items, List<Job.Said> steps) throws SQLException {
        return new Job(
                id,
                row.getString("reference"),
                row.getString("contractor"),
                row.getString("asker"),
                row.getBoolean("is_own"),
                row.getString("address"),
                row.getString("access"),
                items,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Offers.moment(row, "stopped_at"),
                row.getBoolean("contractor_closed"),
                row.getBoolean("asker_closed"),
                steps);
    }
}
