package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Standing;

/// A way to reach her that becomes unsafe after an offer was made: everybody who would contact her sees it at once, and
/// nothing goes on before somebody confirms how.
class UnsafeContactTest extends AFamily {
    @Autowired
    private ConfirmingContact contact;

    @Autowired
    private MakingHomesSafe homes;

    private static final Random RANDOM = new Random();
    private UUID whole;
    private String phone;
    private UUID offer;

    @BeforeEach
    void locksAreOffered() {
        phone = number();
        whole = family("YES", "Perdita" + letters(), "4/5/19" + (60 + RANDOM.nextInt(30)), phone);
        offer = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
    }

    private static String number() {
        return "07700 9" + (10_000 + RANDOM.nextInt(90_000));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    /// Another agency gives a record of her in which the number is called unsafe, and it is found to be of her.
    private void theNumberIsCalledUnsafe() {
        UUID victim = person(whole, Standing.VICTIM);
        UUID other = UUID.randomUUID();
        partnership().run("""
                        insert into access.record (id, kind, reference, owner_id, registered_at)
                        values (?, 'PERSON', ?, ?, now())
                        """, other, "TEST-" + other, police.agency());
        partnership().run("""
                        insert into people.source_record (id, part, standing, receipt_id, source, agency_id, received_at,
                            given_name, family_name, date_of_birth, sex, protected, language, interpreter, pregnant, deceased)
                        select ?, s.part, s.standing, s.receipt_id, s.source, s.agency_id, now(), s.given_name, s.family_name,
                            s.date_of_birth, s.sex, s.protected, s.language, s.interpreter, s.pregnant, s.deceased
                        from people.source_record s where s.id = ?
                        """, other, victim);
        partnership().run("""
                        insert into people.safe_contact (id, record_id, kind, part, means, value, times, voicemail, safe, remark)
                        select ?, ?, c.kind, c.part, c.means, replace(c.value, ' ', ''), '', c.voicemail, 'NO', ''
                        from people.safe_contact c where c.record_id = ?
                        """, UUID.randomUUID(), other, victim);
        partnership().run("""
                        insert into access.same_person (record_id, person_id)
                        select ?, s.person_id from access.same_person s where s.record_id = ?
                        on conflict (record_id) do update set person_id = excluded.person_id
                        """, other, victim);
    }

    @Test
    void aSafeWayThatBecomesUnsafeAfterTheOffer() throws Exception {
        as(locks);
        assertThat(get("/support/offers/" + offer).body()).contains("Safe to use", phone);
        theNumberIsCalledUnsafe();
        assertThat(get("/support/offers/" + offer).body())
                .contains("reaching her may not be safe", "Do not ring, write or visit", "Do not use: not confirmed")
                .doesNotContain("Safe to use", ">Accept<");
        assertThat(get("/support").body()).contains("reaching her may not be safe");
        assertThat(get("/work").body()).contains("1 offer is stopped: do not reach her");
        as(idva);
        assertThat(get("/work").body()).contains("Confirm how she is reached");
        String plan = get("/support/plans/" + whole).body();
        assertThat(plan.indexOf("1 offer is stopped")).isPositive().isLessThan(plan.indexOf("Needs you now"));
        assertThat(plan).contains("Never use: Call " + phone);
    }

    @Test
    void theNextStepThatWouldContactHerWaitsUntilSomebodyConfirmsHow() throws Exception {
        theNumberIsCalledUnsafe();
        assertThatThrownBy(() -> says(locks, offer, StepKind.ACCEPTED, "")).isInstanceOf(Refused.class);
        as(locks);
        var started = post(
                "/support/offers/" + offer + "/steps/started",
                "id",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "day",
                org.witan.site.Days.typed(today),
                "words",
                "Invented: two locks");
        assertThat(started.statusCode()).isEqualTo(422);
        assertThat(started.body()).contains("Only what happened before it was stopped", "Invented: two locks");
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA", "asked", "YES")
                        .statusCode())
                .as("whoever gives the support confirms nothing")
                .isEqualTo(404);
        as(idva);
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA").body())
                .contains("Ask her first");
        var direct = post("/support/plans/" + whole + "/contact", "reach", "DIRECT", "asked", "YES");
        assertThat(direct.statusCode()).isEqualTo(422);
        assertThat(direct.body()).contains("No way to reach her is known to be safe");
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA", "asked", "YES")
                        .statusCode())
                .isEqualTo(302);
        assertThat(listing.open(locks, offer).told().orElseThrow().contact()).isEmpty();
        as(locks);
        assertThat(get("/support/offers/" + offer).body())
                .contains("Only through the IDVA, in person")
                .doesNotContain("07700", "may not be safe now");
        assertThat(says(locks, offer, StepKind.ACCEPTED, "")).isTrue();
    }

    @Test
    void whoeverNoticesDangerStopsTheOffersOfAllProvidersAndTheirJobs() throws Exception {
        UUID child = offered(whole, Standing.CHILD, OfferKind.CHILDREN_WRAP_AROUND, children);
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID job = UUID.randomUUID();
        homes.ask(
                locks,
                job,
                offer,
                new MakingHomesSafe.Asked(smith.agency(), "7 Invented Row", "Tuesdays", List.of("LOCKS")));
        as(locks);
        assertThat(post(
                                "/support/offers/" + offer + "/unsafe",
                                "id",
                                UUID.randomUUID().toString(),
                                "words",
                                "Invented: a man answered")
                        .statusCode())
                .isEqualTo(302);
        assertThat(listing.open(children, child).offer().isStopped()).isTrue();
        as(children);
        assertThat(get("/support/offers/" + child).body())
                .contains("reaching her may not be safe")
                .doesNotContain("a man answered");
        as(smith);
        assertThat(get("/support/jobs/" + job).body()).contains("Do not go there");
        assertThat(get("/work").body()).contains("1 job is stopped: do not go there");
        assertThatThrownBy(() -> homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, ""))
                .isInstanceOf(Refused.class);
        homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today.minusDays(1), "");
        as(idva);
        assertThat(get("/support/plans/" + whole + "/contact").body())
                .contains("a man answered", "2 offers wait", "Safe to use");
        contact.confirm(idva, whole, true);
        contact.confirm(idva, whole, true);
        assertThat(listing.open(children, child).offer().isStopped()).isFalse();
        assertThat(listing.open(locks, offer).told().orElseThrow().contact()).contains(phone);
    }

    @Test
    void anotherFamilyAndWhoeverTakesNoPartStopNothingAndLearnNothing() {
        UUID other = offered(
                family("YES", "Rosalind" + letters(), "1/2/1955", number()),
                Standing.VICTIM,
                OfferKind.HOME_SAFETY,
                locks);
        assertThatThrownBy(() -> contact.raise(refuge, UUID.randomUUID(), offer, ""))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> contact.open(refuge, whole)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> contact.confirm(police, whole, true)).isInstanceOf(Absent.class);
        contact.raise(idva, UUID.randomUUID(), offer, "");
        assertThat(listing.open(locks, other).offer().isStopped()).isFalse();
        assertThat(listing.open(locks, offer).offer().isStopped()).isTrue();
    }

    @Test
    void aProgrammeForThoseWhoHarmIsStoppedByNothingAndLearnsNothing() {
        Viewer worker = viewer("PERPETRATOR_SERVICE", Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        UUID programme = UUID.randomUUID();
        offering.offer(
                coordinator,
                programme,
                whole,
                person(whole, Standing.PERPETRATOR),
                new Offering.Given(
                        OfferKind.PERPETRATOR_PROGRAMME,
                        "ONE_TO_ONE",
                        worker.agency(),
                        true,
                        true,
                        "",
                        "",
                        null,
                        new Offering.Suggestion("Invented: his order names the programme", true),
                        null,
                        null));
        contact.raise(idva, UUID.randomUUID(), offer, "");
        assertThat(listing.open(worker, programme).offer().isStopped()).isFalse();
        assertThatThrownBy(() -> contact.raise(worker, UUID.randomUUID(), programme, ""))
                .isInstanceOf(Absent.class);
        assertThat(says(worker, programme, StepKind.ACCEPTED, "")).isTrue();
    }
}
