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
        whole = family("YES", letters(), born(), phone);
        offer = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
    }

    private static String number() {
        return "07700 9" + (10_000 + RANDOM.nextInt(90_000));
    }

    /// A birthday of her own: who is taken for somebody of another test is stopped by an alarm of that test.
    private static String born() {
        return (1 + RANDOM.nextInt(28)) + "/" + (1 + RANDOM.nextInt(12)) + "/19" + (50 + RANDOM.nextInt(45));
    }

    /// What whoever confirms is shown now.
    private String mark() {
        return contact.open(idva, whole).mark();
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

    /// A job at her home that somebody is asked to do.
    private UUID asked(Viewer contractor) {
        UUID job = UUID.randomUUID();
        homes.ask(
                locks,
                job,
                offer,
                new MakingHomesSafe.Asked(contractor.agency(), "7 Invented Row", "Tuesdays", List.of("LOCKS")));
        return job;
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
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA", "asked", "YES", "mark", mark())
                        .statusCode())
                .as("whoever gives the support confirms nothing")
                .isEqualTo(404);
        as(idva);
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA", "mark", mark())
                        .body())
                .contains("Ask her first");
        var direct = post("/support/plans/" + whole + "/contact", "reach", "DIRECT", "asked", "YES", "mark", mark());
        assertThat(direct.statusCode()).isEqualTo(422);
        assertThat(direct.body()).contains("No way to reach her is known to be safe");
        assertThat(post("/support/plans/" + whole + "/contact", "reach", "IDVA", "asked", "YES", "mark", mark())
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
        UUID job = asked(smith);
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
        String mark = mark();
        assertThat(contact.confirm(idva, whole, true, mark)).isTrue();
        assertThat(contact.confirm(idva, whole, true, mark)).as("sent twice").isFalse();
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
        assertThatThrownBy(() -> contact.confirm(police, whole, true, mark())).isInstanceOf(Absent.class);
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
                        null,
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

    /// A way that a record of her gives.
    private void says(UUID record, String means, String value, String safe) {
        partnership().run("""
                        insert into people.safe_contact (id, record_id, kind, part, means, value, times, voicemail, safe, remark)
                        select ?, s.id, 'PERSON', s.part, ?, ?, '', 'NOT_ASKED', ?, '' from people.source_record s where s.id = ?
                        """, UUID.randomUUID(), means, value, safe, record);
    }

    private Offering.Given wrapAround(boolean isDirect) {
        return new Offering.Given(
                OfferKind.CHILDREN_WRAP_AROUND,
                null,
                children.agency(),
                isDirect,
                null,
                "",
                "Invented: a club",
                null,
                null,
                null,
                null);
    }

    private boolean isStopped(UUID one) {
        return listing.open(idva, one).offer().isStopped();
    }

    @Test
    void anAlarmThatNobodyReadIsNotClearedByAPageThatIsOlder() throws Exception {
        contact.raise(locks, UUID.randomUUID(), offer, "Invented: a man answered");
        String old = mark();
        contact.raise(locks, UUID.randomUUID(), offer, "Invented: he has her telephone");
        as(idva);
        String path = "/support/plans/" + whole + "/contact";
        var refused = post(path, "reach", "IDVA", "asked", "YES", "mark", old);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Something became known since you opened this page", "he has her telephone", mark())
                .containsPattern("value=\"IDVA\"[^>]*checked");
        assertThat(post(path, "reach", "IDVA", "asked", "YES").statusCode())
                .as("without what was shown")
                .isEqualTo(409);
        assertThat(isStopped(offer)).isTrue();
        assertThat(post(path, "reach", "IDVA", "asked", "YES", "mark", mark()).statusCode())
                .isEqualTo(302);
        assertThat(isStopped(offer)).isFalse();
        assertThat(contact.open(idva, whole).alarms()).isEmpty();
    }

    @Test
    void anAlarmIsRaisedAlsoUnderAnIdThatWasUsed() {
        UUID alarm = UUID.randomUUID();
        contact.raise(locks, alarm, offer, "Invented: a man answered");
        contact.raise(locks, alarm, offer, "Invented: a man answered");
        assertThat(contact.open(idva, whole).alarms()).as("pressed twice").hasSize(1);
        contact.raise(locks, alarm, offer, "Invented: he has her telephone");
        assertThat(contact.open(idva, whole).alarms())
                .extracting(ConfirmingContact.Alarm::words)
                .containsExactlyInAnyOrder("Invented: a man answered", "Invented: he has her telephone");
        assertThat(contact.confirm(idva, whole, false, contact.open(idva, whole).mark()))
                .isTrue();
        contact.raise(locks, alarm, offer, "Invented: a man answered");
        assertThat(isStopped(offer))
                .as("from a page of before it was confirmed")
                .isTrue();
    }

    @Test
    void aNewOfferWhileAnAlarmIsOpenWaitsAsTheOthersDo() throws Exception {
        UUID child = person(whole, Standing.CHILD);
        contact.raise(locks, UUID.randomUUID(), offer, "");
        assertThatThrownBy(() -> offering.offer(idva, UUID.randomUUID(), whole, child, wrapAround(true)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("support.refused.stopped");
        as(idva);
        var refused = post(
                "/support/new/" + whole + "/" + child,
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "CHILDREN_WRAP_AROUND",
                "provider",
                children.agency().toString(),
                "consent",
                "YES",
                "reach",
                "DIRECT",
                "needs",
                "Invented: a club");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Confirm first how she is reached", "Invented: a club");
        UUID through = UUID.randomUUID();
        offering.offer(idva, through, whole, child, wrapAround(false));
        assertThat(isStopped(through)).isTrue();
        says(idva, offer, StepKind.WITHDRAWN, "NO_LONGER_SAFE");
        says(idva, through, StepKind.WITHDRAWN, "NO_LONGER_SAFE");
        UUID later = UUID.randomUUID();
        offering.offer(idva, later, whole, child, wrapAround(true));
        assertThat(isStopped(later))
                .as("the offer is over at which it was noticed; nobody confirmed anything")
                .isTrue();
        assertThat(contact.confirm(idva, whole, true, mark())).isTrue();
        assertThat(isStopped(later)).isFalse();
        assertThat(isStopped(offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks)))
                .as("what is offered after it was confirmed")
                .isFalse();
    }

    @Test
    void anOfferThroughTheIdvaAloneIsNeverMadeWiderByConfirmingAnother() {
        UUID through = UUID.randomUUID();
        offering.offer(idva, through, whole, person(whole, Standing.CHILD), wrapAround(false));
        contact.raise(locks, UUID.randomUUID(), offer, "");
        assertThat(contact.confirm(idva, whole, true, mark())).isTrue();
        assertThat(listing.open(children, through).offer().isDirect()).isFalse();
        assertThat(listing.open(children, through).told().orElseThrow().contact())
                .isEmpty();
        assertThat(listing.open(locks, offer).offer().isDirect()).isTrue();
        assertThat(listing.open(locks, offer).told().orElseThrow().contact()).contains(phone);
    }

    @Test
    void whoeverStandsAtTheDoorStopsEverybodyAndLearnsNothing() throws Exception {
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        Viewer other = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID child = offered(whole, Standing.CHILD, OfferKind.CHILDREN_WRAP_AROUND, children);
        UUID job = asked(smith);
        String path = "/support/jobs/" + job + "/unsafe";
        String id = UUID.randomUUID().toString();
        as(other);
        assertThat(post(path, "id", id, "words", "Invented: not my job").statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> contact.raiseAtJob(other, UUID.randomUUID(), job, ""))
                .isInstanceOf(Absent.class);
        assertThat(isStopped(offer)).isFalse();
        as(smith);
        assertThat(get("/support/jobs/" + job).body()).contains("Say that going there may not be safe");
        assertThat(get("/support/offers/" + offer).statusCode())
                .as("the offer stays closed to the contractor")
                .isEqualTo(404);
        assertThat(post(path, "id", id, "words", "x".repeat(1001)).statusCode()).isEqualTo(422);
        assertThat(isStopped(offer)).isFalse();
        for (int press = 0; press < 2; press++) {
            assertThat(post(path, "id", id, "words", "Invented: a man waits outside")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(partnership().count("select count(*) from support.contact_alarm where id = ?", UUID.fromString(id)))
                .isEqualTo(1);
        assertThat(post(path, "words", "Invented: without an id").statusCode())
                .as("no alarm is lost for want of an id")
                .isEqualTo(302);
        assertThat(get("/support/jobs/" + job).body())
                .contains("Do not go there")
                .doesNotContain("Say that going there may not be safe");
        assertThat(listing.open(children, child).offer().isStopped()).isTrue();
        as(locks);
        assertThat(get("/support/offers/" + offer).body())
                .contains("reaching her may not be safe")
                .doesNotContain("a man waits outside");
        as(idva);
        assertThat(get("/support/plans/" + whole + "/contact").body()).contains("a man waits outside", "without an id");
        assertThat(contact.confirm(idva, whole, true, mark())).isTrue();
        assertThat(homes.job(smith, job).stoppedAt()).isNull();
        as(smith);
        post(path, "id", id, "words", "Invented: sent by a page from before");
        assertThat(homes.job(smith, job).stoppedAt())
                .as("an id that was used loses no alarm")
                .isNotNull();
        assertThat(contact.confirm(idva, whole, true, mark())).isTrue();
        homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, "");
        assertThat(get("/support/jobs/" + job).body()).doesNotContain("Say that going there may not be safe");
        assertThat(post(path, "id", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> contact.raiseAtJob(smith, UUID.randomUUID(), job, ""))
                .isInstanceOf(Absent.class);
        assertThat(isStopped(offer)).isFalse();
    }

    private boolean waits(Viewer viewer) {
        return partnership().count("select count(*) from notices.waiting where account_id = ?", viewer.account()) == 1;
    }

    @Test
    void anAlarmWaitsForThoseWhoOffer() {
        partnership().run("delete from notices.notice");
        partnership().run("delete from notices.waiting");
        contact.raise(locks, UUID.randomUUID(), offer, "");
        partnership().count("select notices.fold(true)");
        assertThat(waits(idva)).as("who confirms how she is reached").isTrue();
        assertThat(waits(coordinator)).isTrue();
        assertThat(waits(children)).as("who gives other support").isFalse();
        assertThat(waits(refuge)).isFalse();
    }

    @Test
    void aContractorStaysAwayAlsoWhenTheOfferIsOver() {
        says(locks, offer, StepKind.STARTED, "");
        Viewer smith = viewer("CHARITY", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID job = asked(smith);
        contact.raise(locks, UUID.randomUUID(), offer, "");
        says(locks, offer, StepKind.ENDED, "GOAL_REACHED");
        assertThat(homes.job(smith, job).stoppedAt()).isNotNull();
        assertThat(plans.open(idva).needs())
                .as("whoever confirms finds it")
                .anyMatch(
                        need -> need.offers().stream().anyMatch(one -> one.id().equals(offer)));
        assertThatThrownBy(() -> homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, ""))
                .isInstanceOf(Refused.class);
        assertThat(contact.confirm(idva, whole, true, mark())).isTrue();
        homes.say(smith, UUID.randomUUID(), job, Job.What.DONE, today, "");
        contact.raise(locks, UUID.randomUUID(), offer, "");
        assertThat(isStopped(offer)).as("nobody goes there any more").isFalse();
    }

    @Test
    void aNumberThatIsSafeAndUnsafeIsUnsafeHoweverItIsWritten() {
        assertThat(plans.read(idva, whole).ways().mayBeReached()).isTrue();
        says(
                person(whole, Standing.VICTIM),
                "TEXT",
                "+44 (0)" + phone.substring(1).replace(" ", "-"),
                "NO");
        SafeWays ways = plans.read(idva, whole).ways();
        assertThat(ways.safe()).isEmpty();
        assertThat(ways.unsafe()).hasSize(2);
        assertThat(isStopped(offer)).isTrue();
        says(person(whole, Standing.VICTIM), "EMAIL", "invented@example.org", "YES");
        assertThat(plans.read(idva, whole).ways().safe())
                .as("another way stays safe")
                .hasSize(1);
    }

    @Test
    void aNumberThatAnotherRecordOfTheCaseCallsUnsafeIsUnsafeBeforeAnybodyLinksThem() {
        UUID other = UUID.randomUUID();
        partnership().run("""
                        insert into access.record (id, kind, reference, owner_id, registered_at)
                        values (?, 'PERSON', ?, ?, now())
                        """, other, "TEST-" + other, police.agency());
        partnership().run("""
                        insert into people.source_record (id, part, standing, receipt_id, source, agency_id, received_at,
                            given_name, family_name, date_of_birth, sex, protected, language, interpreter, pregnant, deceased)
                        select ?, s.part, s.standing, s.receipt_id, s.source, s.agency_id, now(), 'Other', 'Inventedname', '',
                            s.sex, s.protected, s.language, s.interpreter, s.pregnant, s.deceased
                        from people.source_record s where s.id = ?
                        """, other, person(whole, Standing.VICTIM));
        says(other, "PHONE", "0044" + phone.substring(1), "NO");
        partnership()
                .run("insert into access.about (record_id, person_id, since_at) values (?, ?, now())", whole, other);
        assertThat(plans.read(idva, whole).ways().safe()).isEmpty();
    }
}
