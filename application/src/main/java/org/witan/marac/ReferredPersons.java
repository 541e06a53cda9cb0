package org.witan.marac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.witan.people.Address;
import org.witan.people.Alias;
import org.witan.people.Answer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Needs;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.people.Stated;
import org.witan.site.Days;

/// The persons of a draft, as module people receives them: the victim first, then the alleged perpetrators. Each
/// child, and everybody else, is related to the victim and to every alleged perpetrator.
///
/// @param given what people receives
/// @param pages the page of each person, in the same order
record ReferredPersons(Given given, List<String> pages) {
    /// The pages of further ways to reach the victim.
    static final String OTHER_CONTACT = "other-contact";

    /// Reads what was typed.
    ///
    /// @param key what the referral's event is known by, so that it is received once
    static ReferredPersons of(Answers answers, String key) {
        var pages = new ArrayList<String>();
        var persons = new ArrayList<GivenPerson>();
        var between = new ArrayList<Given.Between>();
        add(persons, pages, "victim", victim(answers));
        var harmers = new ArrayList<Integer>();
        for (int place : answers.places("perpetrator")) {
            String page = "perpetrator." + place;
            if (add(persons, pages, page, person(answers, page, Standing.PERPETRATOR))) {
                relate(between, persons.size() - 1, relation(answers.text(page + ".relation")), 0);
                harmers.add(place);
            }
        }
        for (int place : answers.places("other")) {
            String page = "other." + place;
            Standing standing = answers.text(page + ".standing").equals("OTHER") ? Standing.OTHER : Standing.CHILD;
            if (add(persons, pages, page, person(answers, page, standing))) {
                relate(between, persons.size() - 1, relation(answers.text(page + ".relation-victim")), 0);
                for (int at = 0; at < harmers.size(); at++) {
                    String said = ToHarmer.answer(answers, page, harmers.get(at), at == 0);
                    relate(between, persons.size() - 1, relation(said), at + 1);
                }
            }
        }
        GivenConcern concern = Days.read(answers.text("happened.last"))
                .map(day -> new GivenConcern(key, day, "", answers.text("happened.words")))
                .orElse(null);
        return new ReferredPersons(new Given(Source.REFERRAL, persons, between, concern), pages);
    }

    private static boolean add(List<GivenPerson> persons, List<String> pages, String page, GivenPerson person) {
        if (!person.saysWho()) {
            return false;
        }
        persons.add(person);
        pages.add(page);
        return true;
    }

    private static void relate(List<Given.Between> between, int one, Relation relation, int other) {
        between.add(new Given.Between(one, relation, other));
    }

    private static GivenPerson victim(Answers answers) {
        var needs = new Needs(
                answers.text("victim.language"),
                answers.answer("victim.interpreter"),
                answers.answer("victim.pregnant"),
                Answer.NOT_ASKED,
                null);
        GivenPerson person = person(answers, "victim", Standing.VICTIM).with(needs);
        if (answers.answer("victim.hides") == Answer.YES) {
            person = person.hidden();
        }
        GivenPerson with = contact(answers, "contact", person);
        for (int place : answers.places(OTHER_CONTACT)) {
            with = contact(answers, OTHER_CONTACT + "." + place, with);
        }
        return home(answers, with);
    }

    /// One way to reach the victim, safe or not: what must not be used is told too.
    private static GivenPerson contact(Answers answers, String page, GivenPerson person) {
        String value = answers.text(page + ".value");
        if (value.isEmpty()) {
            return person;
        }
        var means = SafeContact.Means.valueOf(orElse(answers.text(page + ".means"), "PHONE"));
        GivenPerson with = person.with(new SafeContact(
                means,
                value,
                answers.text(page + ".times"),
                answers.answer(page + ".voicemail"),
                answers.answer(page + ".safe"),
                answers.text(page + ".remark")));
        return stated(means)
                .map(kind -> new Stated(kind, cut(value, 254)))
                .filter(stated -> !with.stated().contains(stated))
                .map(with::with)
                .orElse(with);
    }

    private static GivenPerson home(Answers answers, GivenPerson with) {
        String lines = answers.text("address.lines");
        String postcode = answers.text("address.postcode").toUpperCase(Locale.UK);
        String town = answers.text("address.town");
        return lines.isEmpty() && postcode.isEmpty() && town.isEmpty()
                ? with
                : with.with(
                        new Address(lines, town, postcode, null, null, answers.answer("address.hidden") == Answer.YES));
    }

    /// An address or a person is no number: it is kept as a way of contact alone.
    private static Optional<Stated.Kind> stated(SafeContact.Means means) {
        return switch (means) {
            case PHONE, TEXT -> Optional.of(Stated.Kind.PHONE);
            case EMAIL -> Optional.of(Stated.Kind.EMAIL);
            case POST, THROUGH_SOMEBODY -> Optional.empty();
        };
    }

    private static GivenPerson person(Answers answers, String page, Standing standing) {
        GivenPerson person = GivenPerson.of(
                        standing,
                        new Name(answers.text(page + ".given"), answers.text(page + ".family")),
                        answers.text(page + ".born"))
                .withSex(answers.text(page + ".sex"));
        for (String line : answers.text(page + ".aliases").lines().toList()) {
            String name = line.strip();
            if (!name.isEmpty()) {
                int last = name.lastIndexOf(' ');
                person = person.with(new Alias(
                        Alias.Kind.ALIAS,
                        last < 0 ? new Name(name, "") : new Name(name.substring(0, last), name.substring(last + 1))));
            }
        }
        String lines = answers.text(page + ".lines");
        String postcode = answers.text(page + ".postcode").toUpperCase(Locale.UK);
        return standing == Standing.VICTIM || (lines.isEmpty() && postcode.isEmpty())
                ? person
                : person.with(Address.of(lines, "", postcode));
    }

    private static Relation relation(String text) {
        for (Relation relation : Relation.values()) {
            if (relation.name().equals(text)) {
                return relation;
            }
        }
        return Relation.UNKNOWN;
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
