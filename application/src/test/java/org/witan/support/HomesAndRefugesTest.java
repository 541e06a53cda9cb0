package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.NewConcern;
import org.witan.people.Standing;

/// Homes made safer, by contractors who learn no name and no reason; homelessness and its clocks; room in refuges.
class HomesAndRefugesTest extends AFamily {
    @Autowired
    private MakingHomesSafe homes;

    @Autowired
    private Housing housing;

    @Autowired
    private Vacancies vacancies;

    @Autowired
    private FollowUps followUps;

    @Test
    void aContractorLearnsWhereWhatAndWhenAndNothingElse() throws Exception {
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        UUID survey = UUID.randomUUID();
        homes.survey(locks, survey, offer, today, List.of("LOCKS", "PERSONAL_ALARM", "NONSENSE"));
        homes.survey(locks, survey, offer, today, List.of("LOCKS"));
        assertThat(homes.open(idva, offer).surveyed().orElseThrow().items())
                .containsExactlyInAnyOrder("LOCKS", "PERSONAL_ALARM");
        UUID job = UUID.randomUUID();
        homes.ask(
                locks,
                job,
                offer,
                new MakingHomesSafe.Asked(
                        smith.agency(), "7 Invented Row, Inventown", "Tuesdays 10 to 12", List.of("LOCKS")));
        Job found = homes.job(smith, job);
        assertThat(found.items()).containsExactly("New locks");
        assertThatThrownBy(() -> listing.open(smith, offer)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> homes.open(smith, offer)).isInstanceOf(Absent.class);
        as(smith);
        String page = get("/support/jobs/" + job).body();
        assertThat(page).contains("7 Invented Row", "Tuesdays 10 to 12", "New locks");
        assertThat(page).doesNotContain("Ottilie", "Wolf", "domestic", "Victim", "MARAC-");
        assertThat(get("/records/" + job).body())
                .doesNotContain("Ottilie", offer.toString(), "MARAC-20", "victim_service");
        assertThat(get("/support").body()).contains(found.reference());
        Viewer other = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        assertThatThrownBy(() -> homes.job(other, job)).isInstanceOf(Absent.class);
    }

    @Test
    void theWorkIsDoneThenCheckedByWhoeverAskedForIt() {
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        UUID job = UUID.randomUUID();
        homes.ask(
                locks,
                job,
                offer,
                new MakingHomesSafe.Asked(smith.agency(), "7 Invented Row", "Tuesdays", List.of("DOOR")));
        assertThatThrownBy(() -> homes.say(locks, UUID.randomUUID(), job, Job.What.CHECKED, today, ""))
                .as("before it is done")
                .isInstanceOf(Refused.class);
        homes.say(smith, UUID.randomUUID(), job, Job.What.NOT_DONE, today, "Invented: nobody opened");
        homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, "");
        assertThatThrownBy(() -> homes.say(smith, UUID.randomUUID(), job, Job.What.CHECKED, today, ""))
                .as("nobody checks their own work")
                .isInstanceOf(Refused.class);
        homes.say(idva, UUID.randomUUID(), job, Job.What.CHECKED, today, "");
        assertThat(homes.job(locks, job).steps())
                .extracting(Job.Said::what)
                .containsExactly(Job.What.NOT_DONE, Job.What.DONE, Job.What.CHECKED);
    }

    @Test
    void whenSomethingHappensAfterwardsSomebodyAsksWhetherTheHomeIsStillSafe() {
        UUID whole = family("YES");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        says(locks, offer, StepKind.ACCEPTED, "");
        says(locks, offer, StepKind.STARTED, "");
        again(whole);
        assertThat(plans.read(idva, whole).followUps())
                .extracting(FollowUp::offer)
                .containsExactly(offer);
        assertThatThrownBy(() -> homes.seen(refuge, offer)).isInstanceOf(Absent.class);
        homes.seen(idva, offer);
        assertThat(plans.read(idva, whole).followUps()).isEmpty();
        assertThat(followUps.waiting()).as("outside a witnessed piece of work").isEmpty();
    }

    @Test
    void whatAContractorDidIsFollowedUpAndIsNotLateToBegin() {
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID whole = family("YES");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        says(locks, offer, StepKind.ACCEPTED, "");
        UUID job = UUID.randomUUID();
        homes.ask(
                locks,
                job,
                offer,
                new MakingHomesSafe.Asked(smith.agency(), "7 Invented Row", "Tuesdays", List.of("DOOR")));
        again(whole);
        assertThat(plans.read(idva, whole).followUps())
                .as("nothing is done yet")
                .isEmpty();
        homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, "");
        assertThat(listing.open(idva, offer).offer().due()).isNull();
        again(whole);
        assertThat(plans.read(idva, whole).followUps())
                .extracting(FollowUp::offer)
                .containsExactly(offer);
    }

    /// Something happens to the victim of a case.
    private void again(UUID whole) {
        UUID victim = person(whole, Standing.VICTIM);
        UUID concern = UUID.randomUUID();
        partnership().run("""
                        insert into people.concern (id, record_id, source, source_key, agency_id, happened_on, code, words,
                            received_at)
                        values (?, ?, 'BY_HAND', ?, ?, access.today(), '', 'Invented', now())
                        """, concern, victim, concern.toString(), police.agency());
        partnership()
                .run(
                        "insert into people.concern_person (concern_id, record_id, part) values (?, ?, 'VICTIM')",
                        concern,
                        victim);
        application.publishEvent(new NewConcern(concern, victim, List.of()));
    }

    @Test
    void theClockOfAHomelessnessApplicationRunsFromItsNewestStep() {
        UUID whole = family("YES");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.EMERGENCY_ACCOMMODATION, locks);
        assertThat(plans.read(idva, whole).clocks()).isEmpty();
        housing.say(idva, UUID.randomUUID(), offer, "DUTY_TO_REFER", today.minusDays(9), "");
        UUID step = UUID.randomUUID();
        housing.say(locks, step, offer, "RELIEF_OWED", today.minusDays(6), "");
        housing.say(locks, step, offer, "RELIEF_OWED", today.minusDays(6), "");
        var found = housing.open(idva, offer);
        assertThat(found.steps()).hasSize(2);
        assertThat(Objects.requireNonNull(found.now()).due()).isEqualTo(today.plusDays(50));
        assertThatThrownBy(() -> housing.say(idva, UUID.randomUUID(), offer, "NONSENSE", today, ""))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> housing.open(refuge, offer)).isInstanceOf(Absent.class);
        assertThat(plans.read(idva, whole).clocks())
                .as("on the plan of the case")
                .extracting(Housing.Running::offer, Housing.Running::due)
                .containsExactly(tuple(offer, today.plusDays(50)));
        assertThat(says(locks, offer, StepKind.UNABLE, "NO_SPACE")).isTrue();
        assertThat(plans.read(idva, whole).clocks())
                .as("none runs of what is over")
                .isEmpty();
    }

    @Test
    void aRefugeSaysWhatRoomItHasAndOnlyThoseWhoOfferReadIt() {
        vacancies.tell(refuge, UUID.randomUUID(), 0, 0, false, false);
        vacancies.tell(refuge, UUID.randomUUID(), 1, 4, false, true);
        assertThat(vacancies.list(idva, Verb.LIST).stream()
                        .filter(one -> one.agency().equals(refuge.agency())))
                .singleElement()
                .matches(one -> one.spaces() == 1)
                .matches(one -> new Family(1, 3, false, true).fits(one))
                .matches(one -> !new Family(1, 4, false, false).fits(one))
                .matches(one -> !new Family(1, 1, true, false).fits(one));
        assertThat(vacancies.list(locks, Verb.LIST)).isEmpty();
        assertThatThrownBy(() -> vacancies.tell(idva, UUID.randomUUID(), 1, 1, true, true))
                .isInstanceOf(Absent.class);
    }
}
