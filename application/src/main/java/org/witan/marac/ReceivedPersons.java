package org.witan.marac;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.marac.Statements.Statement;
import org.witan.people.Address;
import org.witan.people.Alias;
import org.witan.people.Answer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Needs;
import org.witan.people.Source;

/// The persons and the facts of a transfer, as they are received: what came is stored as it came.
final class ReceivedPersons {
    private ReceivedPersons() {}

    /// Who they are, as module people receives them.
    ///
    /// @param key what the transfer is known by, so that its event is received once
    static Given given(TransferContent content, String key) {
        return new Given(
                Source.REFERRAL,
                content.persons().stream().map(ReceivedPersons::person).toList(),
                content.between().stream()
                        .map(one -> new Given.Between(one.one(), one.relation(), one.other()))
                        .toList(),
                concern(content, key));
    }

    /// What else the referral says.
    static ReferredFacts facts(TransferContent content) {
        TransferContent.Referred referral = content.referral();
        return new ReferredFacts(
                referral.lastEventOn(),
                content.persons().stream()
                        .map(one -> new ReferredFacts.Home(one.inHousehold(), one.school()))
                        .toList(),
                referral.said().stream()
                        .map(one -> new Statement(one.topic(), one.answer(), one.words()))
                        .toList(),
                referral.grounds(),
                referral.sharing());
    }

    private static @Nullable GivenConcern concern(TransferContent content, String key) {
        var day = content.referral().lastEventOn();
        String words = content.referral().said().stream()
                .filter(one -> one.topic() == Topic.WHAT_HAPPENED)
                .map(TransferContent.Said::words)
                .findFirst()
                .orElse("");
        return day == null ? null : new GivenConcern(key, day, "", words);
    }

    private static GivenPerson person(TransferContent.Person one) {
        List<Address> homes = one.addresses().stream()
                .map(home -> new Address(
                        home.lines(), home.town(), home.postcode(), home.from(), home.until(), home.hidden()))
                .toList();
        return new GivenPerson(
                one.standing(),
                null,
                new Name(one.given(), one.family()),
                one.born(),
                one.sex(),
                one.hides(),
                new Needs(one.language(), one.interpreter(), one.pregnant(), Answer.NOT_ASKED, null),
                one.aliases().stream()
                        .map(alias -> new Alias(alias.kind(), new Name(alias.given(), alias.family())))
                        .toList(),
                one.stated(),
                homes,
                one.contacts());
    }
}
