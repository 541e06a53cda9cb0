package org.witan.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.NewConcern;

/// Makes a home safer: surveys it, asks a contractor who learns where, what and when and nothing else, checks the work,
/// and asks again when something happens afterwards.
@Component
public class MakingHomesSafe {
    private static final String JOB = "job";
    private final Witnessing witnessing;
    private final Records records;
    private final Offers offers;
    private final Jobs jobs;
    private final Choices choices;
    private final JdbcClient database;

    MakingHomesSafe(
            Witnessing witnessing, Records records, Offers offers, Jobs jobs, Choices choices, JdbcClient database) {
        this.witnessing = witnessing;
        this.records = records;
        this.offers = offers;
        this.jobs = jobs;
        this.choices = choices;
        this.database = database;
    }

    /// What a home needs and what was done about it.
    ///
    /// @param items that can be chosen
    /// @param surveyed when it was looked at last, with what it needs, by code
    /// @param contractors that can be asked
    public record Home(
            Offer offer, List<Choice> items, Optional<Survey> surveyed, List<Job> jobs, List<Choice> contractors) {}

    /// That a home was looked at.
    public record Survey(LocalDate onDay, List<String> items) {}

    /// Opens what is known of a home.
    ///
    /// @throws Absent when there is no such offer of home safety for this viewer
    public Home open(Viewer viewer, UUID offer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "home"), shown -> {
            Offer found = home(offer, shown);
            List<Job> all = jobs.of(offer);
            all.forEach(one -> shown.add(one.id()));
            return new Home(
                    found,
                    items(),
                    surveyed(offer),
                    all,
                    choices.providers().stream()
                            .filter(one -> one.of().equals("SUPPORT"))
                            .toList());
        });
    }

    /// Writes down what a home needs. Sent twice, it is written once.
    public void survey(Viewer viewer, UUID survey, UUID offer, LocalDate day, Collection<String> items) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, "survey"), shown -> {
            SafeWays.checkDay(home(offer, shown).stoppedAt(), true, day);
            return Absent.whereRefused(() -> {
                int written = database.sql("""
                                insert into support.survey (id, record_id, on_day, agency_id, at, by)
                                values (:id, :offer, :day, :agency, now(), :account) on conflict do nothing
                                """)
                        .param("id", survey)
                        .param("offer", offer)
                        .param("day", day)
                        .param("agency", viewer.agency())
                        .param("account", viewer.account())
                        .update();
                if (written == 1) {
                    known(items)
                            .forEach(item -> database.sql(
                                            "insert into support.survey_item (survey_id, item) values (:survey, :item)")
                                    .param("survey", survey)
                                    .param("item", item)
                                    .update());
                }
                return written;
            });
        });
    }

    /// What a contractor is asked to do.
    ///
    /// @param access when it is safe to come, and how to get in
    public record Asked(UUID contractor, String address, String access, List<String> items) {}

    /// Asks a contractor. Sent twice, it is asked once.
    ///
    /// @param job made with the form
    public void ask(Viewer viewer, UUID job, UUID offer, Asked asked) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, JOB), shown -> {
            Offer found = home(offer, shown);
            if (jobs.find(job).isPresent()) {
                return false;
            }
            if (found.isStopped()) {
                throw new Refused("support.refused.stopped");
            }
            if (!choices.isProvider(asked.contractor, "SUPPORT")) {
                throw new Absent();
            }
            shown.add(job);
            return Absent.whereRefused(() -> send(viewer, job, offer, asked));
        });
    }

    private boolean send(Viewer viewer, UUID job, UUID offer, Asked asked) {
        records.register(
                job,
                RecordKind.OFFER,
                viewer.agency(),
                offer,
                List.of(),
                List.of(viewer.agency()),
                List.of(viewer.account()));
        database.sql("""
                        insert into support.job (id, contractor_id, address, access, agency_id, asked_at, asked_by)
                        values (:id, :contractor, :address, :access, :agency, now(), :account)
                        """)
                .param("id", job)
                .param("contractor", asked.contractor)
                .param("address", asked.address)
                .param("access", asked.access)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        known(asked.items)
                .forEach(item -> database.sql("insert into support.job_item (record_id, item) values (:job, :item)")
                        .param("job", job)
                        .param("item", item)
                        .update());
        database.sql("select support.tell_contractor(:job)").param("job", job).query(_ -> {});
        return true;
    }

    /// Opens a job.
    ///
    /// @throws Absent when there is none for this viewer
    public Job job(Viewer viewer, UUID job) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, JOB), shown -> {
            shown.add(job);
            return jobs.find(job).orElseThrow(Absent::new);
        });
    }

    /// What the agency of whoever looks does for others, within a piece of work that is witnessed already.
    public List<Job> jobs(Viewer viewer, Shown shown) {
        List<Job> all = jobs.doneBy(viewer.agency());
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// Jobs that the agency of whoever looks asked for and that wait for it: those that a contractor could not do, and
    /// those that are done and that nobody checked. Within a piece of work that is witnessed already.
    public List<Job> toFollowUp(Viewer viewer, Shown shown) {
        List<Job> all = jobs.askedBy(viewer.agency()).stream()
                .filter(one -> one.isNotDone() || one.isToCheck())
                .toList();
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// Jobs that wait for an agency that closed: those that the agency of whoever looks asked for, and all for the
    /// coordinator, who takes over those whose asker closed. Within a piece of work that is witnessed already.
    public List<Job> left(Viewer viewer, Shown shown) {
        List<Job> asked = viewer.role() == Role.COORDINATOR ? jobs.ofClosed() : jobs.askedBy(viewer.agency());
        List<Job> all = asked.stream().filter(Job::isLeft).toList();
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// The same as a piece of work of its own.
    public List<Job> left(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, JOB), shown -> left(viewer, shown));
    }

    /// The same as a piece of work of its own.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public List<Job> jobs(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, JOB), shown -> jobs(viewer, shown));
    }

    /// Says what came of a job. Sent twice, it is said once.
    ///
    /// @throws Refused when it cannot be said now, or by whoever looks
    public void say(Viewer viewer, UUID step, UUID job, Job.What what, LocalDate day, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, JOB).with("what", what.name()), shown -> {
            Job found = jobs.find(job).orElseThrow(Absent::new);
            shown.add(job);
            boolean checks = what == Job.What.CHECKED;
            if (checks != found.isToCheck() || checks == found.isOwn()) {
                throw new Refused("support.refused.not-next");
            }
            SafeWays.checkDay(found.stoppedAt(), what == Job.What.DONE, day);
            return Absent.whereRefused(() -> database.sql("""
                            insert into support.job_step (id, record_id, what, on_day, words, agency_id, at, by)
                            values (:id, :job, :what, :day, :words, :agency, now(), :account) on conflict do nothing
                            """)
                    .param("id", step)
                    .param("job", job)
                    .param("what", what.name())
                    .param("day", day)
                    .param("words", words)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
        });
    }

    /// Something happened: those who offer ask whether a home is still safe.
    @EventListener
    void hear(NewConcern concern) {
        database.sql("select support.ask_follow_up(:concern)")
                .param("concern", concern.concern())
                .query(_ -> {});
    }

    /// Somebody asked whether a home is still safe after what happened.
    public void seen(Viewer viewer, UUID offer) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "home"), shown -> {
            home(offer, shown);
            return Absent.whereRefused(() -> database.sql("""
                            update support.follow_up set seen_at = now(), seen_by = :account
                            where record_id = :offer and seen_at is null
                            """)
                    .param("offer", offer)
                    .param("account", viewer.account())
                    .update());
        });
    }

    private Offer home(UUID offer, Shown shown) {
        Offer found = offers.find(offer)
                .filter(one -> one.kind() == OfferKind.HOME_SAFETY)
                .orElseThrow(Absent::new);
        shown.add(offer);
        return found;
    }

    private List<Choice> items() {
        return database.sql("""
                        select code, words, case when of_person then 'PERSON' else 'PROPERTY' end as of
                        from support.safety_item order by place
                        """)
                .query((row, _) -> new Choice(row.getString("code"), row.getString("words"), row.getString("of")))
                .list();
    }

    private List<String> known(Collection<String> items) {
        return items().stream().map(Choice::code).filter(items::contains).toList();
    }

    private Optional<Survey> surveyed(UUID offer) {
        return database.sql("""
                        select s.on_day, array(select i.item from support.survey_item i where i.survey_id = s.id) as items
                        from support.survey s where s.record_id = :offer order by s.at desc limit 1
                        """)
                .param("offer", offer)
                .query((row, _) -> new Survey(row.getObject("on_day", LocalDate.class), List.of((String[])
                        row.getArray("items").getArray())))
                .optional();
    }
}
