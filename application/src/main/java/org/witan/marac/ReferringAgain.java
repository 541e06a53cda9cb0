package org.witan.marac;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Answer;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;

/// Begins a referral about the persons of one that is there, so that nobody types their names again and
/// a repeat is found by the same names.
///
/// The draft holds what whoever writes it may see of them, and no more: the victim, who causes harm, the
/// children and others with what they are to both, and who works for an agency. Where somebody lives, with
/// whom, at which school, and how they may be reached is asked anew: it may have changed since, and a number
/// that was safe may be watched by now.
@Component
public class ReferringAgain {
    private final Witnessing witnessing;
    private final ReadingReferrals reading;
    private final Drafts drafts;
    private final JdbcClient database;
    private final Days days;

    ReferringAgain(Witnessing witnessing, ReadingReferrals reading, Drafts drafts, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.reading = reading;
        this.drafts = drafts;
        this.database = database;
        this.days = days;
    }

    /// Begins a draft about the victim and the alleged perpetrator(s) of a referral. Sent twice, it is
    /// begun once.
    ///
    /// @param draft made with the form
    /// @throws Absent when there is no such referral for this viewer, or its victim is closed to them
    public UUID begin(Viewer viewer, UUID draft, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "draft"), shown -> {
            begin(viewer, draft, referral, null, shown);
            return draft;
        });
    }

    /// The same from an incident that waits or was settled as referred, with what happened.
    ///
    /// @throws Absent when there is no such incident for this viewer
    public UUID beginFrom(Viewer viewer, UUID draft, UUID incident) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "draft"), shown -> {
            Told told = told(incident);
            begin(viewer, draft, told.referral(), told, shown);
            return draft;
        });
    }

    /// What people call the referral by, of an incident from which a draft can be begun.
    ///
    /// @throws Absent when there is no such incident for this viewer
    public String reference(Viewer viewer, UUID incident) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "incident"), shown -> {
            Told told = told(incident);
            shown.add(told.referral());
            return told.reference();
        });
    }

    private void begin(Viewer viewer, UUID draft, UUID referral, @Nullable Told told, Shown shown) {
        if (!reading.exists(referral)) {
            throw new Absent();
        }
        shown.add(referral);
        List<Referral.Person> persons = reading.related(referral);
        if (of(persons, Standing.VICTIM).isEmpty()) {
            throw new Absent();
        }
        persons.forEach(one -> shown.add(one.record().id()));
        if (drafts.beginOnce(draft, viewer.account(), viewer.agency())) {
            drafts.keep(draft, known(referral, persons, told).pages());
        } else if (drafts.find(draft).isEmpty()) {
            throw new Absent();
        }
    }

    private Answers known(UUID referral, List<Referral.Person> persons, @Nullable Told told) {
        List<String> works = works(referral);
        Referral.Person victim = of(persons, Standing.VICTIM).getFirst();
        List<Referral.Person> harmers = of(persons, Standing.PERPETRATOR);
        Answers answers = Answers.of(Map.of()).with("victim", employed(victim.record(), works));
        for (int at = 0; at < harmers.size(); at++) {
            answers = answers.with(
                    "perpetrator." + (at + 1), employed(harmers.get(at).record(), works));
        }
        List<Referral.Person> others = of(persons, Standing.CHILD, Standing.OTHER);
        for (int at = 0; at < others.size(); at++) {
            answers = answers.with("other." + (at + 1), other(others.get(at), victim, harmers));
        }
        if (told != null) {
            answers = answers.with(
                    "happened", Map.of("words", List.of(told.words()), "last", List.of(Days.typed(told.day()))));
        }
        return told != null || isInWindow(referral)
                ? answers.with("judgement", Map.of("grounds", List.of(Ground.REPEAT.name())))
                : answers;
    }

    private static List<Referral.Person> of(List<Referral.Person> persons, Standing... standings) {
        return persons.stream()
                .filter(one -> List.of(standings).contains(one.record().standing()))
                .limit(Answers.MOST)
                .toList();
    }

    /// A child or somebody else, with what they are to the victim and to each alleged perpetrator.
    private static Map<String, List<String>> other(
            Referral.Person one, Referral.Person victim, List<Referral.Person> harmers) {
        var fields = who(one.record());
        fields.put("standing", List.of(one.record().standing().name()));
        fields.put("relation-victim", relation(one, victim));
        for (int at = 0; at < harmers.size(); at++) {
            fields.put(ToHarmer.field(at + 1), relation(one, harmers.get(at)));
        }
        return fields;
    }

    /// What somebody is to another; empty where it was not said.
    private static List<String> relation(Referral.Person one, Referral.Person other) {
        return one.related().stream()
                .filter(related -> related.other().equals(other.record().id()))
                .limit(1)
                .map(related -> related.relation().name())
                .toList();
    }

    /// What was said of who works for an agency, a line for each; nothing for whoever may not see it.
    private List<String> works(UUID referral) {
        return reading.said(referral).stream()
                .filter(said -> said.topic() == Topic.WORKS_FOR_AGENCY)
                .flatMap(said -> said.words().lines())
                .toList();
    }

    private static Map<String, List<String>> employed(SourceRecord one, List<String> works) {
        var fields = who(one);
        String begins = Statements.worker(one.name().given(), one.name().family());
        works.stream().filter(line -> line.startsWith(begins)).findFirst().ifPresent(line -> {
            fields.put("works", List.of(Answer.YES.name()));
            fields.put("works-where", List.of(line.substring(begins.length()).strip()));
        });
        return fields;
    }

    private static Map<String, List<String>> who(SourceRecord one) {
        var fields = new HashMap<String, List<String>>();
        fields.put("given", List.of(one.name().given()));
        fields.put("family", List.of(one.name().family()));
        LocalDate born = one.bornOn();
        fields.put("born", List.of(born == null ? one.dateOfBirth() : Days.typed(born)));
        fields.put("sex", List.of(one.sex()));
        fields.put(
                "aliases",
                List.of(one.aliases().stream()
                        .map(alias -> (alias.name().given() + " " + alias.name().family()).strip())
                        .collect(Collectors.joining("\n"))));
        return fields;
    }

    private boolean isInWindow(UUID referral) {
        return database.sql("select until >= :today from marac.repeat_window where record_id = :referral")
                .param("today", days.today())
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private Told told(UUID incident) {
        return database.sql("""
                        select i.record_id, b.reference, i.happened_on, c.words
                        from marac.incident i
                        join access.record b on b.id = i.record_id
                        join people.concern c on c.id = i.concern_id
                        where i.id = :incident and people.concern_holds(i.concern_id)
                          and (marac.incident_waits(i.settled_at, i.settlement) or i.settlement = 'REFERRED')
                        """)
                .param("incident", incident)
                .query((row, _) -> new Told(
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("words")))
                .optional()
                .orElseThrow(Absent::new);
    }

    private record Told(UUID referral, String reference, LocalDate day, String words) {

        @Override
        public String toString() {
            return "an incident";
        }
    }
}
