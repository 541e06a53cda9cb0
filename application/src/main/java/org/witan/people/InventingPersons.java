package org.witan.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.site.Days;

/// Gives a demonstration some invented persons, so that there is somebody to find and a match to review.
///
/// The invented people of the demonstration hand them in as anybody would. Each has a key, so a second start gives
/// nothing anew.
@Component
class InventingPersons implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingPersons.class);
    private final Receiving receiving;
    private final Days days;

    InventingPersons(Receiving receiving, Days days) {
        this.receiving = receiving;
        this.days = days;
    }

    @Override
    public void invent(List<Acting> people) {
        Map<String, Viewer> givers = people.stream()
                .filter(one -> one.viewer().role() == Role.REPRESENTATIVE)
                .collect(Collectors.toMap(Acting::agencyName, Acting::viewer, (_, later) -> later));
        Viewer police = givers.get("Invented Police");
        Viewer homes = givers.get("Invented Homes");
        if (police == null || homes == null) {
            LOG.info("Nobody in the demonstration gives records of persons");
            return;
        }
        for (int i = 1; i <= 3; i++) {
            receiving.receive(police, harm(i, days.today().minusDays(60L * i)));
        }
        receiving.receive(homes, Given.of(Source.AGENCY_FORM, tenant(), twin()));
        receiving.receive(police, Given.of(Source.AGENCY_FORM, other()));
    }

    private static Given harm(int number, LocalDate day) {
        var victim = GivenPerson.of(Standing.VICTIM, new Name("Katherine", "Inventson"), "03/02/1990")
                .withKey("DEMO-VICTIM-" + number)
                .with(Address.of("3 Invented Street", "Inventown", "ZZ10 1ZZ"))
                .with(new Stated(Stated.Kind.PHONE, "07700 900123"))
                .with(new SafeContact(
                        SafeContact.Means.PHONE,
                        "07700 900123",
                        "",
                        Answer.NO,
                        Answer.NO,
                        "Invented: he answers this telephone."));
        var perpetrator = GivenPerson.of(Standing.PERPETRATOR, new Name("Boris", "Madeupski"), "07/05/1985")
                .withKey("DEMO-PERPETRATOR-" + number);
        return new Given(
                Source.AGENCY_FORM,
                List.of(victim, perpetrator),
                List.of(new Given.Between(1, Relation.EX_PARTNER, 0)),
                new GivenConcern(
                        "DEMO-CONCERN-" + number, day, "Threat", "Invented: he waited for her outside the school."));
    }

    /// The same person as another agency writes her, who hides by now: the coordinator decides.
    private static GivenPerson tenant() {
        return GivenPerson.of(Standing.VICTIM, new Name("Kate", "Inventsen"), "03/02/1990")
                .withKey("DEMO-TENANT")
                .with(new Alias(Alias.Kind.PREVIOUS, new Name("", "Inventson")))
                .with(new Address("12 Madeup Court", "Inventown", "ZZ11 2ZZ", null, null, true))
                .with(new Stated(Stated.Kind.PHONE, "07700 900123"))
                .with(new SafeContact(
                        SafeContact.Means.TEXT, "07700 900456", "Weekdays 10 to 12", Answer.NO, Answer.YES, ""))
                .with(new Needs("Polish", Answer.YES, Answer.DECLINED, Answer.NO, null))
                .hidden();
    }

    private static GivenPerson twin() {
        return GivenPerson.of(Standing.CHILD, new Name("Mila", "Inventson"), "11/09/2015")
                .withKey("DEMO-CHILD")
                .with(Address.of("3 Invented Street", "Inventown", "ZZ10 1ZZ"));
    }

    /// Born on one day as the other child, with another name: they may be twins.
    private static GivenPerson other() {
        return GivenPerson.of(Standing.CHILD, new Name("Milo", "Inventson"), "11/09/2015")
                .withKey("DEMO-OTHER-CHILD")
                .with(Address.of("3 Invented Street", "Inventown", "ZZ10 1ZZ"));
    }
}
