package org.witan.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.support.InventedOffers.Wanted;

/// What becomes of homes in a demonstration: one is made safer and something happens again, a family is homeless, and
/// another moves to the landlord who is owed a property for it.
@Component
class InventedHomes {
    private final InventedOffers offers;
    private final MakingHomesSafe homes;
    private final Housing housing;
    private final Moving moving;
    private final Wards wards;
    private final ReadingPlans plans;
    private final Receiving receiving;
    private final JdbcClient database;
    private final Days days;

    InventedHomes(
            InventedOffers offers,
            MakingHomesSafe homes,
            Housing housing,
            Moving moving,
            Wards wards,
            ReadingPlans plans,
            Receiving receiving,
            JdbcClient database,
            Days days) {
        this.offers = offers;
        this.homes = homes;
        this.housing = housing;
        this.moving = moving;
        this.wards = wards;
        this.plans = plans;
        this.receiving = receiving;
        this.database = database;
        this.days = days;
    }

    /// A home is surveyed, fitted and checked; some weeks later something happens again.
    void madeSafer(Viewer idva, Viewer council, Viewer contractor, Viewer police, UUID whole) {
        UUID home = offers.offer(idva, council, whole, Wanted.of(OfferKind.HOME_SAFETY, 40), null);
        offers.says(council, home, StepKind.ACCEPTED, 39, "");
        offers.scored(council, home, StepKind.STARTED, 38, "", Map.of("SAFE", 1, "HOME", 6));
        homes.survey(council, offers.id(), home, days.today().minusDays(38), List.of("LOCKS", "PERSONAL_ALARM"));
        UUID done = job(council, contractor, home, List.of("LOCKS"));
        homes.say(contractor, offers.id(), done, Job.What.DONE, days.today().minusDays(30), "");
        homes.say(idva, offers.id(), done, Job.What.CHECKED, days.today().minusDays(28), "");
        job(council, contractor, home, List.of("DOOR"));
        happenedAgain(idva, police, whole);
    }

    private UUID job(Viewer council, Viewer contractor, UUID home, List<String> items) {
        UUID job = offers.id();
        homes.ask(
                council,
                job,
                home,
                new MakingHomesSafe.Asked(
                        contractor.agency(), "7 Invented Row, Inventown", "Invented: Tuesdays 10 to 12.", items));
        return job;
    }

    /// The same agency tells of something new about the same woman, as it would of anybody.
    private void happenedAgain(Viewer idva, Viewer police, UUID whole) {
        SourceRecord victim = plans.read(idva, whole).persons().stream()
                .filter(one -> one.standing() == Standing.VICTIM)
                .findFirst()
                .orElseThrow();
        GivenPerson again = GivenPerson.of(Standing.VICTIM, victim.name(), victim.dateOfBirth())
                .withSex(victim.sex());
        for (var address : victim.addresses()) {
            again = again.with(address);
        }
        var concern = new GivenConcern(null, days.today().minusDays(2), "", "Invented: he stood at the door at night.");
        if (receiving.receive(police, new Given(Source.BY_HAND, List.of(again), List.of(), concern))
                        instanceof Receipt.Received received
                && received.concern() != null) {
            // The module people announces it as well, a little later; it is kept once.
            database.sql("select support.ask_follow_up(:concern)")
                    .param("concern", received.concern())
                    .query(_ -> {});
        }
    }

    /// A family whose homelessness application runs.
    void homeless(Viewer idva, UUID offer) {
        housing.say(idva, offers.id(), offer, "DUTY_TO_REFER", days.today().minusDays(3), "");
    }

    /// A family that moved: the landlord who housed it is owed a property.
    void moved(Viewer coordinator, Viewer idva, Viewer landlord, UUID before, UUID whole) {
        wards.load(
                coordinator,
                new PostcodeFile.Read(
                        new TreeMap<>(Map.of("ZZ123ZZ", "E05999901", "ZZ166ZZ", "E05999902", "ZZ551AA", "E05999903")),
                        Map.of("E05999901", "Invented Ward", "E05999902", "Far Side", "E05999903", "Quiet Green"),
                        0));
        UUID move = offers.offer(idva, landlord, whole, Wanted.of(OfferKind.MANAGED_MOVE, 20), before);
        offers.says(landlord, move, StepKind.ACCEPTED, 18, "");
        moving.propose(landlord, move, new Property(offers.id(), "ZZ55 1AA", "", 2, "Invented: ground floor", null));
        moving.answer(idva, move, Property.Answer.TAKEN);
        offers.says(landlord, move, StepKind.STARTED, 1, "");
    }
}
