package org.witan.people.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Answer;
import org.witan.people.Concern;
import org.witan.people.Escalation;
import org.witan.people.PersonInFull;
import org.witan.people.Relationship;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.people.Surroundings;
import org.witan.people.web.PersonPage.Happened;
import org.witan.people.web.PersonPage.Repeated;
import org.witan.site.Days;

/// Makes the page of a person.
@Component
class PersonPages {
    private final PersonWords words;
    private final ValueTables tables;
    private final ContactLines contacts;
    private final LinkLines links;

    PersonPages(PersonWords words, ValueTables tables, ContactLines contacts, LinkLines links) {
        this.words = words;
        this.tables = tables;
        this.contacts = contacts;
        this.links = links;
    }

    PersonPage page(Viewer viewer, PersonInFull person, Surroundings around, List<Repeat> repeats) {
        List<SourceRecord> records = person.records();
        SourceRecord first = records.getFirst();
        boolean decides = viewer.role() == Role.COORDINATOR;
        return new PersonPage(
                first.id(),
                words.name(first.name()),
                String.join(", ", PersonWords.once(records.stream().map(one -> words.standing(one.standing())))),
                records.stream().anyMatch(SourceRecord::isProtected),
                died(records),
                contacts.of(records),
                tables.names(records),
                tables.births(records),
                tables.birthsDiffer(records),
                tables.numbers(records),
                tables.addresses(records, false),
                tables.addresses(records, true),
                tables.needs(records),
                person.relationships().stream()
                        .flatMap(one -> relation(one, records, around).stream())
                        .collect(Collectors.toMap(
                                one -> one.sentence() + one.name() + one.about(),
                                one -> one,
                                (one, _) -> one,
                                LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList(),
                repeats.stream()
                        .filter(one -> one.escalation().events().size() > 1
                                || one.escalation().isReached())
                        .map(one -> repeated(one, records, around))
                        .toList(),
                person.concerns().stream().map(this::happened).toList(),
                tables.records(records),
                links.links(person, around, decides),
                links.apart(around, records),
                decides,
                around.grounds());
    }

    private @Nullable String died(List<SourceRecord> records) {
        return records.stream()
                .filter(one -> one.needs().deceased() == Answer.YES)
                .findFirst()
                .map(one -> one.needs().deceasedOn() == null
                        ? words.the("people.died", words.given(one))
                        : words.the("people.died.on", Days.words(one.needs().deceasedOn()), words.given(one)))
                .orElse(null);
    }

    private java.util.Optional<PersonPage.Relation> relation(
            Relationship one, List<SourceRecord> records, Surroundings around) {
        boolean own = isOf(one.record(), records);
        UUID otherId = own ? one.other() : one.record();
        SourceRecord other = around.others().get(otherId);
        if (other == null || isOf(otherId, records)) {
            return java.util.Optional.empty();
        }
        String relation = words.the("people.relation." + one.relation());
        return java.util.Optional.of(new PersonPage.Relation(
                words.the(own ? "people.relation.is" : "people.relation.has", relation),
                otherId,
                words.name(other.name()),
                words.the("people.relation.about", words.standing(other.standing()), words.born(other))));
    }

    private Repeated repeated(Repeat repeat, List<SourceRecord> records, Surroundings around) {
        Escalation escalation = repeat.escalation();
        boolean victim = isOf(repeat.pair().victim(), records);
        SourceRecord other = around.others()
                .get(victim ? repeat.pair().perpetrator() : repeat.pair().victim());
        String name = other == null ? "" : words.name(other.name());
        String way = victim ? "by" : "to";
        return new Repeated(
                words.the(
                        "people.repeats." + way + (escalation.isReached() ? ".reached" : ""),
                        escalation.events().size(),
                        name,
                        escalation.months()),
                escalation.isReached(),
                words.the(
                        "people.repeats.why",
                        escalation.least(),
                        escalation.months(),
                        Days.words(escalation.from()),
                        Days.words(escalation.until())),
                escalation.events().stream().map(this::event).toList());
    }

    private String event(Concern event) {
        return words.the("people.repeats.event", Days.words(event.happenedOn()), what(event), event.agency());
    }

    private Happened happened(Concern one) {
        return new Happened(
                Days.words(one.happenedOn()),
                what(one),
                one.words(),
                words.the(
                        one.isCancelled() ? "people.concern.cancelled" : "people.concern.by",
                        source(one),
                        one.agency(),
                        PersonWords.day(one.receivedAt())));
    }

    private String source(Concern one) {
        return words.the("people.source." + one.source());
    }

    private String what(Concern one) {
        return one.code().isEmpty() ? words.the("people.concern.no-code") : one.code();
    }

    static boolean isOf(UUID id, List<SourceRecord> records) {
        return records.stream().anyMatch(one -> one.id().equals(id));
    }

    static boolean isVictim(SourceRecord one) {
        return one.standing() == Standing.VICTIM;
    }

    /// Two persons with what happened between them.
    record Repeat(Surroundings.Pair pair, Escalation escalation) {}
}
