package org.witan.marac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.LineKind;
import org.witan.marac.TransferContent;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Writes what goes from one MARAC to another for a person to read: on the page of whoever sends
/// it, of whoever receives it, and in the sealed file itself.
@Component
class TransferText {
    private final ContactWords contacts;
    private final Wording words;

    TransferText(ContactWords contacts, Wording words) {
        this.contacts = contacts;
        this.words = words;
    }

    /// All of it as plain text, marked. An empty line stands before each heading and nowhere else, and a
    /// line that goes on from the one above begins with two blanks: so no words can look like a heading.
    String text(TransferContent content) {
        return words.the("marac.transfer.marking") + "\n\n"
                + sections(content).stream()
                        .map(section -> Stream.concat(
                                        Stream.of(String.join(
                                                " ", section.heading().lines().toList())),
                                        section.lines().stream()
                                                .filter(line -> !line.isBlank())
                                                .map(line -> String.join(
                                                        "\n  ",
                                                        line.strip().lines().toList())))
                                .collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /// All of it, in the order in which it is read.
    List<Section> sections(TransferContent content) {
        var all = new ArrayList<Section>();
        all.add(sent(content));
        content.persons().forEach(person -> all.add(person(person)));
        all.add(referral(content.referral()));
        content.hearings().forEach(one -> all.add(heard(one)));
        all.add(new Section(words.the("marac.transfer.text.plan"), plan(content.actions())));
        content.assessments().forEach(one -> all.add(assessed(one)));
        content.orders().forEach(one -> all.add(order(one, content.persons())));
        all.add(new Section(
                words.the("marac.links.title"),
                content.links().stream().map(this::link).toList()));
        return all.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    private Section sent(TransferContent content) {
        TransferContent.Sent sent = content.sent();
        return new Section(
                words.the("marac.transfer.text.from", sent.from()),
                lines(
                        words.the("marac.transfer.text.by", sent.by(), Days.words(sent.on())),
                        words.the("marac.transfer.text.reference", sent.reference()),
                        words.the("marac.transfer.why." + sent.why()),
                        sent.words()));
    }

    private Section person(TransferContent.Person one) {
        String name = (one.given() + " " + one.family()).strip();
        var lines = new ArrayList<String>();
        lines.add(words.the(
                "marac.transfer.text.born", one.born().isEmpty() ? words.the("people.born.none") : one.born()));
        add(lines, "marac.transfer.text.sex", one.sex());
        if (one.hides()) {
            lines.add(words.the("marac.danger.hides"));
        }
        one.aliases()
                .forEach(alias ->
                        add(lines, "marac.transfer.text.alias", (alias.given() + " " + alias.family()).strip()));
        one.stated()
                .forEach(stated -> lines.add(words.the(
                        "marac.transfer.text.said", words.the("people.stated." + stated.kind()), stated.value())));
        one.addresses().forEach(home -> lines.add(address(home)));
        one.contacts().forEach(contact -> lines.add(contacts.the(contact, contact.value())));
        add(lines, "marac.transfer.text.language", one.language());
        add(lines, "marac.transfer.text.school", one.school());
        return new Section(
                words.the(
                        "marac.transfer.text.person",
                        words.the("people.standing." + one.standing()),
                        name.isEmpty() ? words.the("people.name.none") : name),
                lines);
    }

    private String address(TransferContent.Home home) {
        String line = Stream.of(home.lines(), home.town(), home.postcode())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return words.the(home.hidden() ? "marac.transfer.text.hidden" : "marac.transfer.text.address", line);
    }

    private Section referral(TransferContent.Referred one) {
        var lines = new ArrayList<String>();
        lines.add(words.the("marac.referral.by", Days.words(one.referredOn()), one.agency()));
        one.grounds().forEach(ground -> lines.add(words.the("marac.ground." + ground)));
        one.said()
                .forEach(said -> lines.add(words.the(
                        "marac.transfer.text.said",
                        words.the("marac.topic." + said.topic()),
                        said.answer() == null
                                ? said.words()
                                : (words.the("people.answer." + said.answer()) + ". " + said.words()).strip())));
        var sharing = one.sharing();
        if (sharing != null) {
            lines.add(words.the(
                    "marac.transfer.text.sharing",
                    sharing.purpose(),
                    words.the("marac.refer.aware.basis." + sharing.basis()),
                    sharing.decidedBy()));
        }
        return new Section(words.the("marac.transfer.text.referral"), lines);
    }

    /// What a meeting heard.
    Section heard(TransferContent.Heard one) {
        Stream<String> spoken = one.spoken().stream()
                .map(said -> words.the(
                        "marac.transfer.text.spoken",
                        said.agency(),
                        words.the("marac.research.kind." + (said.fact() ? "FACT" : "OPINION")),
                        words.the("people.standing." + said.about()),
                        Stream.of(said.happened(), said.words(), said.relevance())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(". "))));
        Stream<String> written = one.lines().stream()
                .map(line -> words.the("marac.transfer.text.said", kind(line.kind()), line.words()));
        return new Section(
                words.the("marac.transfer.text.heard", one.board(), Days.words(one.on())),
                Stream.concat(spoken, written).toList());
    }

    private Section order(TransferContent.Ordered one, List<TransferContent.Person> persons) {
        var lines = new ArrayList<String>();
        lines.add(words.the("marac.order.who", names(one.binds(), persons), names(one.protects(), persons)));
        lines.add(words.the(
                "marac.transfer.text.order",
                one.issuer().isEmpty() ? words.the("marac.order.unknown") : one.issuer(),
                Days.words(one.startsOn()),
                day(one.endsOn())));
        LocalDate served = one.servedOn();
        add(lines, "marac.transfer.text.order.served", served == null ? "" : Days.words(served));
        LocalDate ended = one.endedOn();
        if (ended != null) {
            lines.add(words.the("marac.order.state." + one.over(), Days.words(ended), one.reason()));
        }
        one.conditions().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        if (one.held()) {
            lines.add(words.the("marac.order.held"));
        }
        one.breaches()
                .forEach(breach -> lines.add(words.the(
                        "marac.transfer.text.order.breach",
                        Days.words(breach.on()),
                        breach.words().isEmpty() ? words.the("marac.order.held.breach") : breach.words(),
                        breach.reportedTo().isEmpty() ? words.the("marac.order.unknown") : breach.reportedTo())));
        return new Section(one.typeWords(), lines);
    }

    private String names(List<Integer> places, List<TransferContent.Person> persons) {
        String names = places.stream()
                .filter(place -> place >= 0 && place < persons.size())
                .map(persons::get)
                .map(one -> (one.given() + " " + one.family()).strip())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? words.the("marac.order.nobody") : names;
    }

    private String link(TransferContent.Linked one) {
        return words.the(
                "marac.transfer.text.link",
                words.the("marac.scheme." + one.scheme()),
                one.reference(),
                Days.words(one.since()),
                (one.lead() + " " + one.contact()).strip());
    }

    private String kind(LineKind kind) {
        return words.the("marac.line.kind." + kind);
    }

    /// The actions of a plan.
    List<String> plan(List<TransferContent.Planned> actions) {
        return actions.stream()
                .map(one -> words.the(
                        "marac.transfer.text.action",
                        one.words(),
                        one.agency().isEmpty() ? words.the("marac.hearing.nobody") : one.agency(),
                        day(one.due()),
                        Objects.requireNonNullElse(words.find("meeting.state." + one.state()), one.state())))
                .toList();
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? words.the("marac.hearing.no-date") : Days.words(day);
    }

    /// An assessment of risk.
    Section assessed(TransferContent.Assessed one) {
        var lines = new ArrayList<String>();
        lines.add(words.the(
                one.high() ? "marac.transfer.text.high" : "marac.transfer.text.not-high", one.counted(), one.agency()));
        add(lines, "marac.transfer.text.judgement", one.judgement());
        one.answers()
                .forEach(answer -> lines.add(words.the(
                        "marac.transfer.text.said",
                        answer.topic(),
                        (Objects.requireNonNullElse(words.find("risk.answer." + answer.answer()), answer.answer()) + " "
                                        + answer.note())
                                .strip())));
        return new Section(
                words.the("marac.transfer.text.assessed", one.tool(), one.toolVersion(), Days.words(one.on())), lines);
    }

    private void add(List<String> lines, String key, String text) {
        if (!text.isEmpty()) {
            lines.add(words.the(key, text));
        }
    }

    private static List<String> lines(String... all) {
        return Stream.of(all).filter(line -> !line.isEmpty()).toList();
    }

    /// A heading with what stands under it.
    record Section(String heading, List<String> lines) {}
}
