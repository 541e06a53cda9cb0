package org.witan.marac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Part;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Ages;
import org.witan.marac.Crime;
import org.witan.marac.Decision;
import org.witan.marac.FurtherReport;
import org.witan.marac.Referral;
import org.witan.marac.Repeat;
import org.witan.marac.RepeatDefinition;
import org.witan.marac.ReturnAnswer;
import org.witan.marac.Topic;
import org.witan.marac.Transfer;
import org.witan.marac.YoungQuestion;
import org.witan.marac.protection.SchemeLink;
import org.witan.marac.web.ReferralPage.Earlier;
import org.witan.marac.web.ReferralPage.Gone;
import org.witan.marac.web.ReferralPage.LinkLine;
import org.witan.marac.web.ReferralPage.Person;
import org.witan.marac.web.ReferralPage.Said;
import org.witan.marac.web.ReferralPage.Young;
import org.witan.people.Address;
import org.witan.people.Answer;
import org.witan.people.Name;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the page of a referral.
@Component
class ReferralPages {
    /// Those who speak for an agency at the conference.
    private static final Set<Role> MEMBERS = Set.of(Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA);

    /// What stands in a place of its own: who is safe to talk to, and the checklist for 16 and 17.
    private static final Set<Topic> ELSEWHERE = Set.of(
            Topic.SAFE_TO_TALK_TO,
            Topic.NOT_SAFE_TO_TALK_TO,
            Topic.YOUNG_WORKER,
            Topic.YOUNG_CARE,
            Topic.YOUNG_SIBLINGS,
            Topic.YOUNG_EXPLOITATION);

    private final ContactWords contacts;
    private final OrderPages orders;
    private final WithdrawalPages withdrawals;
    private final Wording words;
    private final Days days;

    ReferralPages(ContactWords contacts, OrderPages orders, WithdrawalPages withdrawals, Wording words, Days days) {
        this.contacts = contacts;
        this.orders = orders;
        this.withdrawals = withdrawals;
        this.words = words;
        this.days = days;
    }

    ReferralPage page(Viewer viewer, Referral referral) {
        boolean coordinates = viewer.role() == Role.COORDINATOR;
        return new ReferralPage(
                referral.id(),
                referral.reference(),
                words.the("marac.referral.by", Days.words(referral.referredAt()), referral.agency()),
                referral.repeat().map(this::repeat).orElse(null),
                referral.decision().map(this::state).orElse(words.the("marac.state.waits")),
                dangers(referral, coordinates),
                contacts(referral),
                referral.persons().stream().map(one -> person(referral, one)).toList(),
                referral.grounds().stream()
                        .map(ground -> words.the("marac.ground." + ground))
                        .toList(),
                said(referral),
                referral.sharing().map(this::sharing).orElse(List.of()),
                referral.earlier().stream().map(this::earlier).toList(),
                referral.decisions().stream()
                        .map(one -> decision(one, coordinates || viewer.role() == Role.CHAIR))
                        .toList(),
                coordinates && referral.decision().isEmpty(),
                coordinates && referral.decision().isPresent(),
                Set.of(Role.IDVA, Role.SUPPORT_WORKER, Role.COORDINATOR, Role.CHAIR)
                        .contains(viewer.role()),
                referral.decision().map(Decision::id).orElse(null),
                from(referral.from()),
                coordinates || viewer.role() == Role.IDVA
                        ? referral.transfers().stream().map(this::gone).toList()
                        : List.of(),
                coordinates,
                referral.orders().stream().map(orders::line).toList(),
                OrderPages.writes(viewer) && referral.parts().contains(Part.RISK),
                referral.links().stream().map(this::link).toList(),
                MEMBERS.contains(viewer.role()),
                (referral.handlesDisclosures() || viewer.role() == Role.IDVA)
                        && referral.parts().contains(Part.RISK),
                Stream.concat(
                                referral.takenBack().stream()
                                        .map(one -> words.the(
                                                "marac.referral.taken-back", Days.words(one.at()), one.because())),
                                Stream.concat(
                                        referral.answers().stream().map(this::answer),
                                        referral.withdrawals().stream().map(withdrawals::line)))
                        .toList(),
                referral.canBeWithdrawn(),
                referral.canBeAnswered(),
                referral.further().stream().map(this::further).toList(),
                viewer.role() != Role.CHAIR
                        && referral.parts().contains(Part.RISK)
                        && victims(referral).findAny().isPresent(),
                (coordinates || viewer.role() == Role.IDVA) && referral.parts().contains(Part.SUPPORT),
                young(viewer, referral));
    }

    /// The checklist for a victim of 16 or 17: what was answered, and what nobody asked.
    private Young young(Viewer viewer, Referral referral) {
        boolean asked = victims(referral)
                .flatMap(victim -> Ages.of(victim.dateOfBirth(), days.today()).stream())
                .anyMatch(Ages::mayBe16Or17);
        List<YoungQuestion> open = Stream.of(YoungQuestion.values())
                .filter(one -> referral.parts().contains(one.part()))
                .filter(one -> asked || referral.about(one.topic()).isPresent())
                .toList();
        return new Young(
                words.the("marac.young.lead", referral.agency(), Days.words(referral.referredAt())),
                open.stream().map(one -> young(referral, one)).toList(),
                MEMBERS.contains(viewer.role()));
    }

    private Said young(Referral referral, YoungQuestion question) {
        return new Said(
                words.the("marac.topic." + question.topic()),
                referral.about(question.topic())
                        .map(this::anew)
                        .orElse(words.the("people.answer." + Answer.NOT_ASKED)));
    }

    private String anew(Referral.Said said) {
        var at = said.at();
        return at == null
                ? sentence(said)
                : words.the("marac.young.anew", sentence(said), said.agency(), Days.words(at));
    }

    private @Nullable String from(@Nullable String marac) {
        return marac == null ? null : words.the("marac.transfer.from", marac);
    }

    /// What the agency that referred said to a decision not to take it.
    private String answer(ReturnAnswer answer) {
        return words.the(
                answer.again() ? "marac.answer.line.again" : "marac.answer.line.left",
                Days.words(answer.at()),
                Objects.requireNonNullElse(answer.by(), words.the("marac.somebody")),
                answer.agency(),
                answer.words());
    }

    private LinkLine link(SchemeLink link) {
        String grade = Stream.of(link.level(), link.category())
                .filter(Objects::nonNull)
                .map(words -> ", " + words)
                .collect(Collectors.joining());
        LocalDate ended = link.endedOn();
        LocalDate until = link.until();
        String named = link.reference().isEmpty() ? link.scheme() : link.scheme() + ", " + link.reference();
        String text = ended == null
                ? words.the(
                        "marac.link.line",
                        named,
                        grade,
                        Days.words(link.since()),
                        until == null ? "" : words.the("marac.link.planned", Days.words(until)),
                        link.lead(),
                        link.contact().isEmpty() ? "" : ", " + link.contact())
                : words.the(
                        "marac.link.line.ended",
                        named,
                        grade,
                        Days.words(link.since()),
                        Days.words(ended),
                        link.endedBecause());
        String from = link.from();
        return new LinkLine(
                link.id(),
                from == null ? text : text + ". " + words.the("marac.transfer.from", from),
                link.stands() && link.isOwn());
    }

    /// Further abuse that was told: when, what, by whom, and whether it is safe to speak about it.
    private String further(FurtherReport one) {
        return Stream.of(
                        words.the(
                                one.isAbout() ? "marac.further.line.about" : "marac.further.line",
                                Days.words(one.day()),
                                one.kind(),
                                one.agency(),
                                Days.words(one.at())),
                        words.find("marac.further.line." + one.safe()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /// Where it went, and whether it arrived.
    Gone gone(Transfer transfer) {
        String state = transfer.isWithdrawn() ? "withdrawn" : transfer.isAcknowledged() ? "acknowledged" : "open";
        return new Gone(
                transfer.id(),
                words.the("marac.transfer.gone." + state, transfer.toMarac(), Days.words(transfer.madeAt())));
    }

    /// Why something is a repeat, with both dates.
    String repeat(Repeat repeat) {
        return words.the(
                        "marac.repeat." + repeat.sameHarmers(),
                        repeat.earlierReference(),
                        Days.words(repeat.referredOn()),
                        Days.words(repeat.on()),
                        Days.words(repeat.until()),
                        met(repeat.metOn()))
                + " "
                + definition(repeat.definition(), repeat.crime());
    }

    /// By which definition something is a repeat, and what is known where it asks for a crime.
    String definition(RepeatDefinition definition, Crime crime) {
        return words.the(
                "marac.repeat.by." + definition + (definition == RepeatDefinition.ANY_ABUSE ? "" : "." + crime));
    }

    /// The day of the last meeting beside the day of the referral, whichever the window is counted from.
    String met(@Nullable LocalDate day) {
        return day == null ? words.the("marac.repeat.not-met") : words.the("marac.repeat.met", Days.words(day));
    }

    private Earlier earlier(Repeat repeat) {
        String key = repeat.isRepeat() ? "marac.earlier.repeat." : "marac.earlier.no-repeat.";
        return new Earlier(
                repeat.earlier(),
                repeat.earlierReference(),
                words.the(
                        repeat.isNoCrime() ? "marac.earlier.no-crime" : key + repeat.sameHarmers(),
                        Days.words(repeat.referredOn()),
                        Days.words(repeat.until()),
                        met(repeat.metOn())));
    }

    private String state(Decision decision) {
        return words.the("marac.outcome." + decision.outcome());
    }

    /// That a referral was accepted as a repeat tells whoever referred that there was one before. They read that it was
    /// accepted, and what is asked of them.
    private String decision(Decision decision, boolean inFull) {
        var ground = inFull ? decision.ground() : null;
        return Stream.of(
                        words.the(
                                decision.isUndone() ? "marac.decision.undone" : "marac.decision",
                                words.the("marac.outcome." + decision.outcome()),
                                Days.words(decision.at()),
                                Objects.requireNonNullElse(decision.by(), words.the("marac.somebody"))),
                        ground == null ? "" : words.the("marac.decision.ground", words.the("marac.ground." + ground)),
                        inFull || !decision.outcome().isHeard() ? decision.reason() : "",
                        decision.repeatWhy())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<String> dangers(Referral referral, boolean coordinates) {
        var dangers = new ArrayList<String>();
        referral.about(Topic.DANGER_NOW)
                .filter(said -> said.answer() == Answer.YES)
                .ifPresent(_ -> dangers.add(words.the("marac.danger.now")));
        referral.about(Topic.WORKS_FOR_AGENCY)
                .filter(_ -> coordinates)
                .ifPresent(_ -> dangers.add(words.the("marac.danger.works")));
        victims(referral)
                .flatMap(victim -> Ages.of(victim.dateOfBirth(), days.today()).stream())
                .findFirst()
                .ifPresent(ages -> young(ages, dangers));
        victims(referral).filter(SourceRecord::isProtected).forEach(_ -> dangers.add(words.the("marac.danger.hides")));
        boolean unsafe = victims(referral)
                .flatMap(victim -> victim.safeContacts().stream())
                .anyMatch(contact -> contact.safe() != Answer.YES);
        boolean none =
                victims(referral).noneMatch(victim -> !victim.safeContacts().isEmpty());
        if (victims(referral).findAny().isPresent() && (unsafe || none)) {
            dangers.add(words.the(none ? "marac.danger.no-contact" : "marac.danger.contact"));
        }
        return dangers;
    }

    /// Another route, or another checklist. Who is 16 or 17 now may have been younger when they were referred.
    private void young(Ages ages, List<String> dangers) {
        if (ages.areUnder16() || ages.mayBeUnder16()) {
            dangers.add(words.the(ages.areUnder16() ? "marac.danger.under-16" : "marac.danger.maybe-under-16"));
        } else if (ages.mayBe16Or17()) {
            dangers.add(words.the("marac.danger.young"));
        }
    }

    private List<String> contacts(Referral referral) {
        var contacts = new ArrayList<String>();
        victims(referral)
                .flatMap(victim -> victim.safeContacts().stream().map(contact -> new Way(victim, contact)))
                .sorted(Comparator.comparingInt(Way::rank))
                .map(way -> contact(way.victim, way.contact))
                .forEach(contacts::add);
        referral.about(Topic.SAFE_TO_TALK_TO)
                .ifPresent(said -> contacts.add(words.the("marac.contact.people", said.words())));
        referral.about(Topic.NOT_SAFE_TO_TALK_TO)
                .ifPresent(said -> contacts.add(words.the("marac.contact.not-people", said.words())));
        return contacts;
    }

    /// A way to reach the victim. What is safe comes first, and what must not be used last.
    private record Way(SourceRecord victim, SafeContact contact) {

        int rank() {
            return switch (contact.safe()) {
                case YES -> 0;
                case UNKNOWN, DECLINED, NOT_ASKED -> 1;
                case NO -> 2;
            };
        }
    }

    /// Where somebody who hides gets their post stands behind the warning of their own page.
    private String contact(SourceRecord victim, SafeContact contact) {
        String value = contact.tellsWhere() && victim.isProtected()
                ? words.the("marac.person.address.behind")
                : contact.value();
        return contacts.the(contact, value);
    }

    private static Stream<SourceRecord> victims(Referral referral) {
        return referral.persons().stream()
                .map(Referral.Person::record)
                .filter(record -> record.standing() == Standing.VICTIM);
    }

    private Person person(Referral referral, Referral.Person one) {
        SourceRecord record = one.record();
        var more = new ArrayList<Said>();
        one.related()
                .forEach(related -> referral.persons().stream()
                        .map(Referral.Person::record)
                        .filter(other -> other.id().equals(related.other()))
                        .map(other -> new Said(
                                words.the("marac.person.relation", name(other.name())),
                                words.the("marac.choice." + related.relation())))
                        .forEach(more::add));
        if (!record.aliases().isEmpty()) {
            more.add(new Said(
                    words.the("marac.person.aliases"),
                    record.aliases().stream().map(alias -> name(alias.name())).collect(Collectors.joining("; "))));
        }
        add(more, "people.sex", record.sex());
        record.addresses().forEach(address -> more.add(address(record, address)));
        add(more, "marac.refer.victim.language", record.needs().language());
        if (record.needs().pregnant() == Answer.YES) {
            add(more, "marac.refer.victim.pregnant", words.the("people.answer.YES"));
        }
        if (record.standing() == Standing.CHILD) {
            add(more, "marac.refer.other.household", words.the("people.answer." + one.inHousehold()));
        }
        add(more, "marac.refer.other.school", one.school());
        return new Person(
                record.id(),
                words.the("people.standing." + record.standing()),
                name(record.name()),
                record.dateOfBirth().isEmpty() ? words.the("people.born.none") : born(record),
                record.isProtected(),
                more);
    }

    /// A protected address, and any of somebody who hides, stands behind the warning of the person's own page.
    private Said address(SourceRecord record, Address address) {
        return address.isProtected() || record.isProtected()
                ? new Said(words.the("marac.person.address.hidden"), words.the("marac.person.address.behind"))
                : new Said(
                        words.the("marac.person.address"),
                        Stream.of(address.lines(), address.town(), address.postcode())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")));
    }

    private static String born(SourceRecord record) {
        var day = record.bornOn();
        return day == null ? record.dateOfBirth() : Days.words(day);
    }

    private String name(Name name) {
        return name(words, name);
    }

    /// A name, or that there is none.
    static String name(Wording words, Name name) {
        String whole = (name.given() + " " + name.family()).strip();
        return whole.isEmpty() ? words.the("people.name.none") : whole;
    }

    private void add(List<Said> more, String key, String text) {
        if (!text.isEmpty()) {
            more.add(new Said(words.the(key), text));
        }
    }

    private List<Said> said(Referral referral) {
        return referral.said().stream()
                .filter(said -> !ELSEWHERE.contains(said.topic()))
                .map(said -> new Said(words.the("marac.topic." + said.topic()), sentence(said)))
                .toList();
    }

    private String sentence(Referral.Said said) {
        var answer = said.answer();
        return answer == null
                ? said.words()
                : Stream.of(words.the("people.answer." + answer), said.words())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(". "));
    }

    private List<Said> sharing(Referral.Sharing sharing) {
        return List.of(
                new Said(words.the("marac.refer.aware.purpose"), sharing.purpose()),
                new Said(words.the("marac.refer.aware.basis"), words.the("marac.refer.aware.basis." + sharing.basis())),
                new Said(words.the("marac.refer.aware.necessity"), sharing.necessity()),
                new Said(words.the("marac.refer.aware.proportionality"), sharing.proportionality()),
                new Said(words.the("marac.refer.aware.decided-by"), sharing.decidedBy()));
    }
}
