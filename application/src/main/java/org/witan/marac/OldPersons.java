package org.witan.marac;

import java.util.ArrayList;
import java.util.List;
import org.witan.marac.Statements.Statement;
import org.witan.marac.oldlist.OldCase;
import org.witan.people.Answer;
import org.witan.people.Given;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Source;
import org.witan.people.Standing;

/// The persons and the facts of a past case, as a referral of then. Nothing is made up: what the list
/// does not say is not asked, no ground is claimed, and no decision about sharing is written in
/// anybody's name.
final class OldPersons {
    private OldPersons() {}

    /// Who they are, as module people receives them.
    static Given given(OldCase told) {
        var persons = new ArrayList<GivenPerson>();
        persons.add(person(Standing.VICTIM, told.victim()));
        told.perpetrators().forEach(one -> persons.add(person(Standing.PERPETRATOR, one)));
        return new Given(Source.REFERRAL, persons, List.of(), null);
    }

    /// What else the list says.
    static ReferredFacts facts(OldCase told) {
        var statements = new ArrayList<Statement>();
        add(statements, Topic.OLD_REFERRER, told.agency());
        add(statements, Topic.OLD_REPEAT, told.repeat());
        add(statements, Topic.OLD_OUTCOME, told.outcome());
        add(statements, Topic.OLD_CHILDREN, told.children());
        add(statements, Topic.OLD_ROW, told.unread());
        var homes = new ArrayList<ReferredFacts.Home>();
        for (int place = 0; place <= told.perpetrators().size(); place++) {
            homes.add(new ReferredFacts.Home(Answer.NOT_ASKED, ""));
        }
        return new ReferredFacts(null, homes, statements, List.of(), null);
    }

    private static GivenPerson person(Standing standing, OldCase.Someone one) {
        return GivenPerson.of(standing, new Name(one.given(), one.family()), one.born());
    }

    private static void add(List<Statement> statements, Topic topic, String words) {
        if (!words.isBlank()) {
            statements.add(new Statement(topic, null, words));
        }
    }
}
