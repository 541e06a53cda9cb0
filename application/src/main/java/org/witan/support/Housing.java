package org.witan.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// A homelessness application: what happened, and which clock runs.
///
/// The rule `priorityNeedBecauseOfDomesticAbuse`: somebody who is homeless because of domestic abuse has priority need,
/// and nobody has to prove that they are vulnerable (Domestic Abuse Act 2021 s78).
@Component
public class Housing {
    private final Witnessing witnessing;
    private final Offers offers;
    private final JdbcClient database;

    Housing(Witnessing witnessing, Offers offers, JdbcClient database) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.database = database;
    }

    /// Something that happened to an application.
    ///
    /// @param due the day on which its clock ends; null where none runs
    /// @param clock what is awaited by then; empty where nothing is
    public record Happened(
            String words,
            LocalDate onDay,
            @Nullable LocalDate due,
            String clock,
            String source,
            String more,
            String agency) {}

    /// A clock that runs for an application.
    ///
    /// @param awaited what is to happen by then
    public record Running(UUID offer, String reference, String awaited, LocalDate due) {}

    /// The clock of each of these offers for which one runs, the first to end first. Inside a witnessed piece of work.
    ///
    /// @param offers that somebody sees already; of those that are over none runs
    public List<Running> running(Collection<Offer> offers) {
        UUID[] open = offers.stream()
                .filter(one -> one.kind() == OfferKind.EMERGENCY_ACCOMMODATION
                        && !one.now().what().isOver())
                .map(Offer::id)
                .toArray(UUID[]::new);
        return open.length == 0
                ? List.of()
                : database.sql("""
                        select s.record_id, r.reference, k.clock, s.on_day + k.clock_days as due
                        from (select distinct on (h.record_id) h.record_id, h.what, h.on_day
                              from support.housing_step h where h.record_id = any (cast(:offers as uuid[]))
                              order by h.record_id, h.on_day desc, h.at desc) s
                        join support.housing_step_kind k on k.code = s.what and k.clock_days is not null
                        join access.record r on r.id = s.record_id
                        order by due, s.record_id
                        """)
                        .param("offers", open)
                        .query((row, _) -> new Running(
                                row.getObject("record_id", UUID.class),
                                row.getString("reference"),
                                row.getString("clock"),
                                row.getObject("due", LocalDate.class)))
                        .list();
    }

    /// An application, newest first.
    public record Application(Offer offer, List<Happened> steps, List<Choice> kinds) {

        /// The step whose clock runs now: the newest one.
        public @Nullable Happened now() {
            return steps.isEmpty() ? null : steps.getFirst();
        }
    }

    /// Opens an application.
    ///
    /// @throws Absent when there is no such offer of emergency accommodation for this viewer
    public Application open(Viewer viewer, UUID offer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "application"), shown -> {
            shown.add(offer);
            return new Application(the(offer), steps(offer), kinds());
        });
    }

    /// Writes down what happened. Sent twice, it is written once.
    ///
    /// @throws Absent when there is no such offer for this viewer, or no such step
    /// @throws Refused when the words tell where somebody is
    public void say(Viewer viewer, UUID step, UUID offer, String what, LocalDate day, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "application").with("what", what), shown -> {
            the(offer);
            shown.add(offer);
            if (kinds().stream().noneMatch(one -> one.code().equals(what))) {
                throw new Absent();
            }
            if (PlaceInWords.mustNotStandIn(OfferKind.EMERGENCY_ACCOMMODATION, words)) {
                throw new Refused("support.refused.place");
            }
            return Absent.whereRefused(() -> database.sql("""
                            insert into support.housing_step (id, record_id, what, on_day, words, agency_id, at, by)
                            values (:id, :offer, :what, :day, :words, :agency, now(), :account) on conflict do nothing
                            """)
                    .param("id", step)
                    .param("offer", offer)
                    .param("what", what)
                    .param("day", day)
                    .param("words", words)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
        });
    }

    private Offer the(UUID offer) {
        return offers.find(offer)
                .filter(one -> one.kind() == OfferKind.EMERGENCY_ACCOMMODATION)
                .orElseThrow(Absent::new);
    }

    private List<Choice> kinds() {
        return database.sql("select code, words, source from support.housing_step_kind order by place")
                .query((row, _) -> new Choice(row.getString("code"), row.getString("words"), row.getString("source")))
                .list();
    }

    private List<Happened> steps(UUID offer) {
        return database.sql("""
                        select k.words, s.on_day, s.on_day + k.clock_days as due, k.clock, k.source, s.words as more,
                            y.name as agency
                        from support.housing_step s
                        join support.housing_step_kind k on k.code = s.what
                        join access.agency y on y.id = s.agency_id
                        where s.record_id = :offer order by s.on_day desc, s.at desc
                        """)
                .param("offer", offer)
                .query((row, _) -> new Happened(
                        row.getString("words"),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getString("clock"),
                        row.getString("source"),
                        row.getString("more"),
                        row.getString("agency")))
                .list();
    }
}
