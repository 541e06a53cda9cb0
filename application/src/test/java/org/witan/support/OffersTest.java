package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.KeepingSettings;
import org.witan.access.directory.Setting;
import org.witan.people.Standing;

/// Offers: made with consent and safe contact, answered by their provider, seen by nobody else, and measured.
class OffersTest extends AFamily {
    @Autowired
    private KeepingSettings settings;

    @Test
    void theKindsAndStepsOfTheCodeAreThoseOfTheDatabase() {
        assertThat(partnership().asked("select code from support.offer_kind order by place"))
                .containsExactlyElementsOf(
                        List.of(OfferKind.values()).stream().map(Enum::name).toList());
        assertThat(partnership().asked("select code from support.step_kind"))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(StepKind.values()).stream().map(Enum::name).toList());
    }

    @Test
    void aProviderSeesWhatItWasAskedForAndNothingOfTheCase() {
        UUID whole = family("YES", "Ottilie", "9/8/1951", "07700 900654");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        var opened = listing.open(locks, offer);
        assertThat(opened.offer().whole()).isNull();
        assertThat(opened.offer().person()).isNull();
        assertThat(opened.told().orElseThrow().name()).startsWith("Ottilie");
        assertThat(opened.told().orElseThrow().contact()).contains("07700 900654", "mornings");
        assertThat(listing.asked(locks, Verb.LIST)).extracting(Offer::id).containsExactly(offer);
        assertThatThrownBy(() -> plans.read(locks, whole)).isInstanceOf(Absent.class);
        assertThat(listing.asked(refuge, Verb.LIST)).isEmpty();
        assertThatThrownBy(() -> listing.open(refuge, offer)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> listing.open(police, offer))
                .as("of the case, not of support")
                .isInstanceOf(Absent.class);
        assertThat(plans.read(coordinator, whole).offers())
                .extracting(Offer::id)
                .containsExactly(offer);
    }

    @Test
    void afterHowManyDaysAKindIsLateIsASettingOfThePartnership() {
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.CHILDREN_WRAP_AROUND, children);
        Viewer administrator = viewer("PARTNERSHIP", Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        String name = "support_answer_days_children_wrap_around";
        assertThat(listing.open(idva, offer).offer().due()).isEqualTo(today.plusDays(2));
        try {
            set(administrator, name, 9);
            assertThat(listing.open(idva, offer).offer().due()).isEqualTo(today.plusDays(9));
            assertThatThrownBy(() -> set(administrator, name, 31))
                    .as("an offer that is forgotten")
                    .isInstanceOf(Refused.class);
        } finally {
            set(administrator, name, 2);
        }
        assertThat(settings.list(administrator))
                .filteredOn(one -> one.name().startsWith("support_"))
                .hasSize(2 * OfferKind.values().length)
                .allMatch(one -> one.bound() != null && one.bound().admits(Integer.parseInt(one.value())));
    }

    private void set(Viewer administrator, String name, int days) {
        settings.change(
                administrator,
                new Setting.New(
                        name,
                        days,
                        "Invented",
                        settings.history(administrator, name).getFirst().since()));
    }

    @Test
    void aPlanLeavesItMarkedAndTellsWhatSomebodyIsInTheCaseAndNotWho() throws Exception {
        UUID whole = family("YES", "Ottilie", "9/8/1953", "07700 900657");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.REFUGE, refuge);
        String reference = listing.open(refuge, offer).offer().reference();
        as(idva);
        var file = get("/support/plans/" + whole + ".csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines().filter(line -> line.contains(reference)))
                .singleElement(STRING)
                .startsWith("\"person who has been harmed 1\",");
        assertThat(file.body())
                .contains("RESTRICTED", "Names nobody", "\"child 1\",\"\",\"Nothing is offered yet.\"")
                .doesNotContain("Ottilie", "07700 900657", "Invented Row", "Small", "alleged perpetrator");
        assertThat(get("/support/plans/" + whole).body()).contains("/support/plans/" + whole + ".csv");
        assertThat(partnership().deedsOf(idva.account())).contains("EXPORT plan DONE");
        as(refuge);
        assertThat(get("/support/plans/" + whole + ".csv").statusCode()).isEqualTo(404);
        as(police);
        assertThat(get("/support/plans/" + whole + ".csv").statusCode())
                .as("of the case, not of support")
                .isEqualTo(404);
    }

    @Test
    void somebodyWhoComesToWorkForTheProviderSeesWhatIsOpenAndWhoeverLeavesItTakesNothingAlong() {
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        Viewer colleague = partnership().viewer(locks.agency(), Role.SUPPORT_WORKER, Purpose.SUPPORT);
        assertThat(listing.open(colleague, offer).offer().id()).isEqualTo(offer);
        UUID elsewhere = partnership().membership(locks.account(), refuge.agency(), Role.SUPPORT_WORKER);
        Viewer moved = new Viewer(
                locks.account(), elsewhere, refuge.agency(), Role.SUPPORT_WORKER, Purpose.SUPPORT, locks.origin());
        assertThatThrownBy(() -> listing.open(moved, offer)).isInstanceOf(Absent.class);
    }

    @Test
    void whoeverCannotBeReachedSafelyIsReachedThroughTheIdva() {
        UUID whole = family("UNKNOWN");
        UUID person = person(whole, Standing.VICTIM);
        var direct = new Offering.Given(
                OfferKind.HOME_SAFETY, null, locks.agency(), true, null, "", "", null, null, null, null);
        assertThatThrownBy(() -> offering.offer(idva, UUID.randomUUID(), whole, person, direct))
                .isInstanceOf(Refused.class);
        UUID offer = UUID.randomUUID();
        offering.offer(
                idva,
                offer,
                whole,
                person,
                new Offering.Given(
                        OfferKind.HOME_SAFETY, null, locks.agency(), false, null, "", "", null, null, null, null));
        assertThat(listing.open(locks, offer).told().orElseThrow().contact()).isEmpty();
    }

    @Test
    void whoeverDoesNotAgreeIsNotNamedToAnyProvider() {
        UUID whole = family("YES");
        UUID offer = UUID.randomUUID();
        offering.offer(
                idva,
                offer,
                whole,
                person(whole, Standing.VICTIM),
                new Offering.Given(
                        OfferKind.HOME_SAFETY, null, locks.agency(), true, "AFRAID", "", "", null, null, null, null));
        assertThat(plans.read(idva, whole).offers().getFirst().now().what()).isEqualTo(StepKind.DECLINED);
        assertThat(partnership()
                        .asked(
                                "select reason from support.offer_step where record_id = ? and what = 'DECLINED'",
                                offer))
                .containsExactly("AFRAID");
        assertThat(listing.asked(locks, Verb.LIST)).isEmpty();
        assertThatThrownBy(() -> listing.open(locks, offer)).isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from support.offer_told where record_id = ?", offer))
                .isZero();
    }

    @Test
    void anOfferGoesFromAskingToItsEndAndTheOutcomeIsMeasured() {
        UUID whole = family("YES");
        UUID offer = offered(whole, Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        assertThat(says(locks, offer, StepKind.ACCEPTED, "")).isTrue();
        assertThatThrownBy(() -> says(locks, offer, StepKind.SESSION, "")).isInstanceOf(Refused.class);
        int version = listing.open(locks, offer).offer().now().version();
        answering.answer(
                locks,
                offer,
                UUID.randomUUID(),
                version,
                new Answering.Said(StepKind.STARTED, today, null, "", null, 1_050, Map.of("SAFE", 2)));
        assertThat(says(locks, offer, StepKind.SESSION, "")).isTrue();
        version = listing.open(locks, offer).offer().now().version();
        UUID end = UUID.randomUUID();
        var ended = new Answering.Said(
                StepKind.ENDED, today, "GOAL_REACHED", "", null, 20_000, Map.of("SAFE", 8, "WELL", 5));
        assertThat(answering.answer(locks, offer, end, version, ended)).isTrue();
        assertThat(answering.answer(locks, offer, end, version, ended))
                .as("sent twice")
                .isTrue();
        Offer found = plans.read(idva, whole).offers().getFirst();
        assertThat(found.now().what()).isEqualTo(StepKind.ENDED);
        assertThat(found.pence()).isEqualTo(21_050);
        assertThat(found.sessions(true)).isEqualTo(1);
        assertThat(found.scores())
                .extracting(Score::aim, Score::start, Score::end)
                .containsExactly(tuple("SAFE", 2, 8), tuple("WELL", null, 5));
        assertThatThrownBy(() -> says(locks, offer, StepKind.ENDED, "GOAL_REACHED"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void ofTwoWhoAnswerAtOnceTheSecondIsTold() {
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        assertThat(says(locks, offer, StepKind.ACCEPTED, "")).isTrue();
        var declined = new Answering.Said(StepKind.DECLINED, today, "NOT_NOW", "", null, null, Map.of());
        assertThat(answering.answer(idva, offer, UUID.randomUUID(), 1, declined))
                .as("of a stale page")
                .isFalse();
        assertThatThrownBy(() -> says(locks, offer, StepKind.WITHDRAWN, "IN_ERROR"))
                .as("only whoever offered takes back")
                .isInstanceOf(Refused.class);
    }

    @Test
    void anotherProviderOrAnotherCaseCannotBeNamed() {
        UUID whole = family("YES");
        UUID other = person(family("YES"), Standing.VICTIM);
        assertThatThrownBy(() -> offering.begin(idva, whole, other)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, police))
                .as("an agency without a worker")
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> offered(whole, Standing.PERPETRATOR, OfferKind.HOME_SAFETY, locks))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aProgrammeIsSuggestedOnlyWithAReasonAndItsWorkerSeesNothingElse() {
        UUID whole = family("YES");
        Viewer worker = viewer("PERPETRATOR_SERVICE", Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        UUID person = person(whole, Standing.PERPETRATOR);
        UUID offer = UUID.randomUUID();
        assertThatThrownBy(() -> offering.offer(coordinator, offer, whole, person, suggestion(worker, "no")))
                .isInstanceOf(Refused.class);
        var given = suggestion(worker, "Invented: his probation order names the programme");
        assertThatThrownBy(() -> offering.offer(idva, offer, whole, person, given))
                .as("only the coordinator suggests")
                .isInstanceOf(Absent.class);
        offering.offer(coordinator, offer, whole, person, given);
        UUID victims = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        assertThat(listing.asked(worker, Verb.LIST)).extracting(Offer::id).containsExactly(offer);
        var opened = listing.open(worker, offer);
        assertThat(opened.told().orElseThrow().name()).startsWith("Wolf");
        assertThat(opened.offer().partnerIsSupported()).isTrue();
        assertThat(opened.offer().whole()).isNull();
        assertThatThrownBy(() -> listing.open(worker, victims)).isInstanceOf(Absent.class);
        assertThat(partnership().asked("select owner_id::text from access.record where id = ?", offer))
                .containsExactly(worker.agency().toString());
        assertThat(says(worker, offer, StepKind.STARTED, "")).isTrue();
        assertThat(says(worker, offer, StepKind.SESSION, "")).isTrue();
        assertThat(plans.read(idva, whole).offers()).extracting(Offer::id).contains(offer, victims);
    }

    private static Offering.Given suggestion(Viewer worker, String why) {
        return new Offering.Given(
                OfferKind.PERPETRATOR_PROGRAMME,
                "ONE_TO_ONE",
                worker.agency(),
                true,
                null,
                "",
                "",
                null,
                new Offering.Suggestion(why, true),
                null,
                null);
    }
}
