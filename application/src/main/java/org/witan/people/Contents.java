package org.witan.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was given, as texts that are alike when it is: how a correction is told from the same given again. The
/// functions `people.content_of` and `people.content_of_concern` write what is stored in the same way.
final class Contents {
    private static final String UNIT = "\u001f";

    private Contents() {}

    static Set<String> of(GivenPerson person) {
        Needs needs = person.needs();
        Set<String> all = new HashSet<>(List.of(
                "standing " + person.standing().name(),
                "given_name " + person.name().given(),
                "family_name " + person.name().family(),
                "date_of_birth " + person.dateOfBirth(),
                "sex " + person.sex(),
                "protected " + person.isProtected(),
                "language " + needs.language(),
                "interpreter " + needs.interpreter().name(),
                "pregnant " + needs.pregnant().name(),
                "deceased " + needs.deceased().name(),
                "deceased_on " + text(needs.deceasedOn())));
        person.aliases()
                .forEach(alias -> all.add("alias "
                        + String.join(
                                UNIT,
                                alias.kind().name(),
                                alias.name().given(),
                                alias.name().family())));
        person.stated()
                .forEach(one -> all.add("stated " + String.join(UNIT, one.kind().name(), one.value())));
        person.addresses()
                .forEach(one -> all.add("address "
                        + String.join(
                                UNIT,
                                one.lines(),
                                one.town(),
                                one.postcode(),
                                text(one.from()),
                                text(one.until()),
                                String.valueOf(one.isProtected()))));
        person.safeContacts()
                .forEach(one -> all.add("contact "
                        + String.join(
                                UNIT,
                                one.means().name(),
                                one.value(),
                                one.times(),
                                one.voicemail().name(),
                                one.safe().name(),
                                one.remark())));
        return all;
    }

    /// @param persons the records of those who are in it
    static Set<String> of(GivenConcern concern, List<UUID> persons) {
        Set<String> all = new HashSet<>(
                List.of("happened_on " + concern.happenedOn(), "code " + concern.code(), "words " + concern.words()));
        persons.forEach(person -> all.add("person " + person));
        return all;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
