package org.witan.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Measures how independent a resident is in each need, from 0 to 10, and when that is looked at next.
///
/// The scale is our own proposal: 0 cannot manage without daily help, 5 manages with regular help, 10 manages without
/// help. No published scale was found. No number decides about anybody.
@Component
public class MeasuringIndependence {
    /// In total fewer cases than this are not shown.
    public static final int FEWEST = 5;

    private final Witnessing witnessing;
    private final Changing changing;
    private final CaseWrites writes;
    private final JdbcClient database;

    MeasuringIndependence(Witnessing witnessing, Changing changing, CaseWrites writes, JdbcClient database) {
        this.witnessing = witnessing;
        this.changing = changing;
        this.writes = writes;
        this.database = database;
    }

    /// Measures. For the hub coordinator, and whoever speaks for the agency that leads.
    ///
    /// @param id made with the form
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Refused when the case is not open, or its start was measured already
    public boolean measure(Viewer viewer, UUID id, UUID record, int version, Measuring measuring) {
        return changing.change(viewer, id, record, version, "MEASURED", writes::isMeasured, (_, found) -> {
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            write(viewer, id, record, measuring);
            if (measuring.next() != null) {
                writes.review(viewer, id, record, measuring.next());
            }
        });
    }

    /// Says when a case is reviewed next.
    public boolean reviewOn(Viewer viewer, UUID id, UUID record, int version, LocalDate due) {
        return changing.change(viewer, id, record, version, "REVIEW_DAY", writes::isReviewDay, (_, found) -> {
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            writes.review(viewer, id, record, due);
        });
    }

    private void write(Viewer viewer, UUID id, UUID record, Measuring measuring) {
        database.sql("""
                        insert into hub.measurement
                            (id, record_id, occasion, with_person, taken_on, words, agency_id, taken_at, taken_by)
                        values (:id, :record, :occasion, :with, :on, :words, :agency, now(), :by)
                        """)
                .param("id", id)
                .param("record", record)
                .param("occasion", measuring.occasion().name())
                .param("with", measuring.withPerson())
                .param("on", measuring.on())
                .param("words", measuring.words())
                .param("agency", viewer.agency())
                .param("by", viewer.account())
                .update();
        measuring
                .values()
                .forEach((code, value) -> database.sql("""
                        insert into hub.measured (measurement_id, record_id, version, code, value)
                        select :id, n.record_id, n.version, n.code, :value from hub.need_of_case n
                        where n.record_id = :record and n.code = :code
                        """)
                        .param("id", id)
                        .param("record", record)
                        .param("code", code)
                        .param("value", value)
                        .update());
    }

    /// How many open cases are reviewed by now, and which day was the first: those that an agency
    /// leads, or all where none is given. Inside a witnessed piece of work.
    public Due due(@Nullable UUID lead, int days) {
        return database.sql("""
                        select count(*) filter (where d.due_on < access.today()) as late,
                            count(*) filter (where d.due_on between access.today() and access.today() + :days) as soon,
                            min(d.due_on) as first
                        from hub.referral r
                        join lateral (select x.due_on from hub.review_day x where x.record_id = r.id
                                      order by x.set_at desc, x.id desc limit 1) d on true
                        where r.state = 'OPEN'
                          and (cast(:lead as uuid) is null
                               or cast(:lead as uuid) = (select x.agency_id from hub.lead x where x.record_id = r.id
                                           order by x.since_at desc, x.id desc limit 1))
                        """)
                .param("lead", lead)
                .param("days", days)
                .query((row, _) -> new Due(row.getLong("late"), row.getLong("soon"), Cases.day(row, "first")))
                .single();
    }

    /// The change of independence in each need, over all cases that were measured at least twice:
    /// the newest number less the first.
    ///
    /// @param verb COUNT for a page, EXPORT for a file
    public List<Change> total(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "independence"), _ -> changes(null, null));
    }

    /// The same over the cases that were removed between two days; over all when there are none.
    List<Change> changes(@Nullable LocalDate from, @Nullable LocalDate until) {
        return database.sql("""
                        with numbered as (
                            select v.record_id, v.version, v.code, v.value,
                                row_number() over (partition by v.record_id, v.code
                                    order by m.occasion = 'START' desc, m.taken_on, m.taken_at, m.id) as first,
                                row_number() over (partition by v.record_id, v.code
                                    order by m.occasion = 'END' desc, m.taken_on desc, m.taken_at desc, m.id desc) as last
                            from hub.measured v join hub.measurement m on m.id = v.measurement_id
                            join hub.referral r on r.id = v.record_id
                            where cast(:from as date) is null
                               or r.state = 'REMOVED'
                                  and (r.state_since at time zone 'Europe/London')::date between :from and :until),
                        changed as (
                            select a.record_id, a.code, a.version, a.value as first, b.value as last
                            from numbered a join numbered b on b.record_id = a.record_id and b.code = a.code and b.last = 1
                            where a.first = 1 and (a.last <> 1))
                        select n.version, n.code, n.words, count(c.record_id) as cases,
                            percentile_cont(0.5) within group (order by c.last - c.first) as median,
                            percentile_cont(0.5) within group (order by c.first) as first,
                            percentile_cont(0.5) within group (order by c.last) as last
                        from hub.need n left join changed c on c.version = n.version and c.code = n.code
                        where n.version = (select max(version) from hub.need)
                        group by n.version, n.code, n.words, n.place order by n.place
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> {
                    int cases = row.getInt("cases");
                    return new Change(
                            new Need(row.getInt("version"), row.getString("code"), row.getString("words")),
                            cases,
                            cases < FEWEST
                                    ? null
                                    : new Median(
                                            row.getDouble("median"), row.getDouble("first"), row.getDouble("last")));
                })
                .list();
    }

    /// What was measured.
    ///
    /// @param values by the code of the need
    /// @param next when it is looked at next; null when nobody said
    public record Measuring(
            Occasion occasion,
            boolean withPerson,
            LocalDate on,
            String words,
            Map<String, Integer> values,
            @Nullable LocalDate next) {
        @Override
        public String toString() {
            return "measuring at " + occasion;
        }
    }

    /// Reviews that are late or soon.
    public record Due(long late, long soon, @Nullable LocalDate first) {}

    /// How independence changed in a need.
    ///
    /// @param cases in how many
    /// @param median null when they are too few to be shown
    public record Change(Need need, int cases, @Nullable Median median) {

        /// Whether there are some, and too few to be shown.
        public boolean isSuppressed() {
            return cases > 0 && cases < FEWEST;
        }
    }

    /// Medians over the cases.
    ///
    /// @param change of the changes of each case
    public record Median(double change, double first, double last) {}
}
