package org.witan.hub;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The yearly outcome review: what was added, why cases were removed and how long they took, how independence changed,
/// and which agencies did not answer. A year is from April to March.
@Component
public class CountingTheYear {
    private final Witnessing witnessing;
    private final MeasuringIndependence measuring;
    private final JdbcClient database;

    CountingTheYear(Witnessing witnessing, MeasuringIndependence measuring, JdbcClient database) {
        this.witnessing = witnessing;
        this.measuring = measuring;
        this.database = database;
    }

    /// The review of a year.
    ///
    /// @param year in which it begins
    /// @param verb to read it or to take it away, as the trail says it
    public Review of(Viewer viewer, int year, Verb verb) {
        var deed = Deed.of(verb, "hub-review").with("year", String.valueOf(year));
        return witnessing.witness(viewer, deed, _ -> {
            LocalDate from = LocalDate.of(year, Month.APRIL, 1);
            LocalDate until = from.plusYears(1).minusDays(1);
            return new Review(
                    from,
                    until,
                    count("""
                            select count(*) from hub.referral r where r.referred_on between :from and :until
                            """, from, until),
                    count("""
                            select count(*) from (select d.record_id, min(d.at) as first from hub.decision d
                                                  where d.step = 'ADDED' group by d.record_id) a
                            where (a.first at time zone 'Europe/London')::date between :from and :until
                            """, from, until),
                    outcomes("NOT_ADDED", from, until),
                    outcomes("REMOVED", from, until),
                    daysToRemoval(from, until),
                    measuring.changes(from, until),
                    answers(from, until));
        });
    }

    private long count(String question, LocalDate from, LocalDate until) {
        return database.sql(question)
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    private List<Outcome> outcomes(String step, LocalDate from, LocalDate until) {
        return database.sql("""
                        select n.words, count(d.id) as number
                        from hub.reason n left join hub.decision d on d.reason = n.code
                            and (d.at at time zone 'Europe/London')::date between :from and :until
                        where n.step = :step group by n.words, n.place order by n.place
                        """)
                .param("step", step)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Outcome(row.getString("words"), row.getLong("number")))
                .list();
    }

    private @Nullable Lasted daysToRemoval(LocalDate from, LocalDate until) {
        return database.sql("""
                        select count(*) as cases, percentile_cont(0.5) within group (order by l.days) as median,
                            max(l.days) as longest
                        from (select extract(day from max(e.at) - min(a.at)) as days
                              from hub.decision e join hub.decision a on a.record_id = e.record_id and a.step = 'ADDED'
                              where e.step = 'REMOVED' and (e.at at time zone 'Europe/London')::date between :from and :until
                              group by e.record_id) l
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Lasted(row.getInt("cases"), row.getDouble("median"), row.getInt("longest")))
                .optional()
                .filter(lasted -> lasted.cases() > 0)
                .orElse(null);
    }

    private List<Answered> answers(LocalDate from, LocalDate until) {
        return database.sql("""
                        select y.name, count(*) as asked,
                            count(*) filter (where n.first is null) as missing,
                            count(*) filter (where n.first > q.due_on) as late
                        from hub.request q join access.agency y on y.id = q.agency_id
                        left join lateral (select min((x.answered_at at time zone 'Europe/London')::date) as first
                                           from hub.answer x where x.request_id = q.id) n on true
                        where q.due_on between :from and :until and q.due_on <= access.today()
                          -- An agency for which the case is discussed elsewhere can answer no longer.
                          and (n.first is not null
                               or exists (select from access.party p
                                          where p.record_id = q.record_id and p.agency_id = q.agency_id
                                            and p.until_at is null))
                        group by y.name order by missing desc, lower(y.name)
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Answered(
                        row.getString("name"), row.getInt("asked"), row.getInt("missing"), row.getInt("late")))
                .list();
    }

    /// What came of a year.
    ///
    /// @param added cases that were added to an agenda for the first time
    /// @param lasted null when no case was removed
    public record Review(
            LocalDate from,
            LocalDate until,
            long referred,
            long added,
            List<Outcome> notAdded,
            List<Outcome> removed,
            @Nullable Lasted lasted,
            List<MeasuringIndependence.Change> changes,
            List<Answered> answers) {

        /// How many cases were removed.
        public long removedInAll() {
            return removed.stream().mapToLong(Outcome::number).sum();
        }
    }

    /// How often something happened.
    public record Outcome(String words, long number) {}

    /// How long cases were open, from being added to being removed, in days.
    public record Lasted(int cases, double median, int longest) {}

    /// How an agency answered what it was asked.
    public record Answered(String agency, int asked, int missing, int late) {}
}
