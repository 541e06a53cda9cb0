package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.people.ReadingPersons;
import org.witan.people.Source;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Anybody who sees a case can tell that it happened again: once, between the very people of the case,
/// without learning anything, and it waits for the coordinator as what the police give does.
class FurtherAbuseTest extends AConference {
    private static final long SECONDS = 20;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReportingFurtherAbuse reporting;

    @Autowired
    private ReadingPersons persons;

    @Autowired
    private TriageQueue queue;

    private UUID referral;

    @BeforeEach
    void aCaseOfTwoPeople() {
        referral = referred("Borisav", 40);
    }

    private static FurtherAbuse told(LocalDate day, Who who, UUID... harmers) {
        return new FurtherAbuse(
                day,
                false,
                "THREATS",
                "Invented: he waited at the school.",
                who,
                List.of(harmers),
                KnownBy.TOLD_BY_VICTIM,
                Safe.NO,
                Emergency.NOT_NEEDED,
                "Invented: another way home");
    }

    private List<Incident> incidents(UUID of) {
        return queue.read(coordinator).incidents().stream()
                .filter(one -> one.referral().equals(of))
                .toList();
    }

    private UUID harmer() {
        return reporting.open(nurse, referral).harmers().getFirst().id();
    }

    /// What happened is told to the other modules by a task of its own.
    private void untilAllIsTold() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (partnership().count("""
                        select count(*) from people.news n join people.concern c on c.id = n.concern_id
                        where c.source in ('BY_HAND', 'API') and n.announced_at is null
                          and c.record_id in (select person_id from marac.referred_person where record_id = ?)
                        """, referral) > 0) {
            assertThat(System.nanoTime()).as("it is told in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private Viewer supporter() {
        Viewer worker =
                partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID victim = UUID.fromString(partnership()
                .asked("select person_id from marac.referred_person where record_id = ? and part = 'VICTIM'", referral)
                .getFirst());
        for (UUID record : List.of(referral, victim)) {
            partnership()
                    .run(
                            "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                            record,
                            worker.account());
        }
        return worker;
    }

    @Test
    void whatIsToldOnThePageOfACaseWaitsForTheCoordinatorOnce() {
        UUID report = UUID.randomUUID();
        FurtherAbuse told = told(today.minusDays(2), Who.NAMED, harmer());
        reporting.report(nurse, report, referral, told);
        reporting.report(nurse, report, referral, told);
        untilAllIsTold();
        assertThat(incidents(referral)).singleElement().satisfies(one -> {
            assertThat(one.happenedOn()).isEqualTo(today.minusDays(2));
            assertThat(one.words()).contains("he waited at the school");
            assertThat(queue.incident(coordinator, one.id()).told().orElseThrow())
                    .satisfies(found -> {
                        assertThat(found.safe()).isEqualTo(Safe.NO);
                        assertThat(found.kind()).isEqualTo("Violent or threatening behaviour");
                    });
        });
        assertThat(partnership().count("select count(*) from people.source_record where family_name = ?", family))
                .as("nobody's name is written a second time")
                .isEqualTo(2);
        assertThat(reading.read(coordinator, referral).further()).hasSize(1);
    }

    @Test
    void itIsAboutTheVeryRecordsOfTheCaseAndSaysThatItWasEnteredByHand() {
        UUID harmer = harmer();
        reporting.report(nurse, UUID.randomUUID(), referral, told(today, Who.NAMED, harmer));
        UUID victim = reading.read(coordinator, referral).persons().stream()
                .map(Referral.Person::record)
                .filter(one -> one.standing() == Standing.VICTIM)
                .map(SourceRecord::id)
                .findFirst()
                .orElseThrow();
        assertThat(persons.read(coordinator, victim).concerns()).singleElement().satisfies(one -> {
            assertThat(one.source()).isEqualTo(Source.BY_HAND);
            assertThat(one.victim()).isEqualTo(victim);
        });
        assertThat(partnership()
                        .asked(
                                "select x.record_id::text from people.concern_person x join people.concern c on c.id = x.concern_id where c.record_id = ? and x.part = 'PERPETRATOR'",
                                victim))
                .containsExactly(harmer.toString());
    }

    @Test
    void whoMayNotKnowWhoIsAccusedSaysTheSameAndTheCaseIsFound() throws Exception {
        Viewer worker = supporter();
        var sender = new Sender(address(), Sessions.cookieOf(worker, application));
        assertThat(sender.get("/referrals/" + referral + "/further-abuse").body())
                .contains("The same person as in the referral")
                .doesNotContain("Borisav", "borisav" + family);
        assertThatThrownBy(() -> reporting.report(
                        worker, UUID.randomUUID(), referral, told(today.minusDays(1), Who.NAMED, harmer())))
                .isInstanceOf(Absent.class);
        UUID other = referred("Wolfram", 10);
        reporting.report(worker, UUID.randomUUID(), referral, told(today.minusDays(1), Who.SAME));
        untilAllIsTold();
        assertThat(incidents(referral)).hasSize(1);
        assertThat(incidents(other)).as("the later case with somebody else").isEmpty();
        assertThat(sender.get("/referrals/" + referral).body()).doesNotContain("Borisav");
    }

    @Test
    void outsideEveryWindowItIsToldAllTheSame() throws Exception {
        UUID old = referred("Casimir", 800);
        UUID harmer = reporting.open(coordinator, old).harmers().getFirst().id();
        reporting.report(nurse, UUID.randomUUID(), old, told(today.minusDays(1), Who.NAMED, harmer));
        partnership()
                .asked(
                        "select marac.find_incident(c.id)::text from people.concern c join marac.further_report f on f.id::text = c.source_key where f.record_id = ?",
                        old);
        UUID incident = incidents(old).getFirst().id();
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        assertThat(sender.get("/triage/incidents/" + incident).body())
                .contains("did not happen within that window", "It is not safe to speak to the victim about it");
    }

    @Test
    void aReferralThatFollowsIsARepeatAtTriage() throws Exception {
        reporting.report(nurse, UUID.randomUUID(), referral, told(today.minusDays(1), Who.NAMED, harmer()));
        untilAllIsTold();
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        assertThat(sender.get("/triage").body()).contains("Further incidents that may make a repeat");
        assertThat(sender.get("/work").body()).contains("may make");
        assertThat(sender.get("/triage/" + referral).body()).contains("Further abuse that was reported");
        UUID again = referred("Borisav", 0);
        assertThat(reading.read(coordinator, again).repeat()).isPresent();
    }

    @Test
    void somebodyWhoMayNotGetsNothing() throws Exception {
        Viewer chair = partnership().viewer(coordinator.agency(), Role.CHAIR, Purpose.MARAC);
        var chairs = new Sender(address(), Sessions.cookieOf(chair, application));
        assertThat(chairs.get("/referrals/" + referral + "/further-abuse").statusCode())
                .isEqualTo(404);
        assertThat(chairs.get("/referrals/" + referral).body()).doesNotContain("Report further abuse");
        Viewer stranger =
                partnership().viewer(partnership().agency("HOUSING_ASSOCIATION"), Role.REFERRER, Purpose.MARAC);
        var strangers = new Sender(address(), Sessions.cookieOf(stranger, application));
        for (String page : List.of("further-abuse", "again")) {
            var hidden = strangers.get("/referrals/" + referral + "/" + page);
            var never = strangers.get("/referrals/" + UUID.randomUUID() + "/" + page);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(never.body());
        }
        assertThatThrownBy(() -> reporting.report(stranger, UUID.randomUUID(), referral, told(today, Who.UNSURE)))
                .isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from marac.further_report where record_id = ?", referral))
                .isZero();
    }

    @Test
    void ofTwoThatSendDifferentThingsFromOneFormTheSecondIsTold() {
        UUID report = UUID.randomUUID();
        reporting.report(nurse, report, referral, told(today, Who.UNSURE));
        assertThatThrownBy(() -> reporting.report(nurse, report, referral, told(today.minusDays(1), Who.UNSURE)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reporting.report(coordinator, report, referral, told(today, Who.UNSURE)))
                .isInstanceOf(Refused.class);
        assertThat(reading.read(coordinator, referral).further()).hasSize(1);
    }

    @Test
    void whatCannotBeUsedIsToldAtOnceAndNothingTypedIsLost() throws Exception {
        var sender = new Sender(address(), Sessions.cookieOf(nurse, application));
        String path = "/referrals/" + referral + "/further-abuse";
        var fields = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "day",
                Days.typed(today.plusDays(1)),
                "words",
                "Invented: he rang all night"));
        var refused = sender.post(path, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Enter a day that is not to come.",
                        "Choose what it was.",
                        "Choose who did it, or that nobody is sure.",
                        "Choose how you know.",
                        "Choose whether it is safe.",
                        "Choose whether 999 was called.",
                        "he rang all night");
        fields.putAll(Map.of(
                "day",
                Days.typed(today),
                "kind",
                "STALKING",
                "who",
                harmer().toString(),
                "known",
                "SEEN",
                "safe",
                "UNKNOWN",
                "emergency",
                "CALLED"));
        assertThat(sender.post(path, fields).statusCode()).isEqualTo(302);
        assertThat(sender.post(path, fields).statusCode()).as("sent twice").isEqualTo(302);
        fields.put("kind", "HARD LOOK");
        assertThat(sender.post(path, fields).statusCode()).isEqualTo(422);
        fields.put("kind", "STALKING");
        fields.put("words", "x".repeat(5_001));
        assertThat(sender.post(path, fields).body()).contains("Use at most 5,000 characters.");
        assertThat(sender.get("/referrals/" + referral).body())
                .contains("Stalking or harassment", "take it as not safe");
        assertThat(partnership().count("select count(*) from marac.further_report where record_id = ?", referral))
                .isEqualTo(1);
    }

    @Test
    void anotherReferralBeginsWithThePeopleWhomItsWriterMaySee() throws Exception {
        var sender = new Sender(address(), Sessions.cookieOf(nurse, application));
        UUID draft = UUID.randomUUID();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(sender.post("/referrals/" + referral + "/again", "id", draft.toString())
                            .statusCode())
                    .isEqualTo(302);
        }
        Answers answers = drafting.open(nurse, draft).answers();
        assertThat(answers.text("victim.family")).isEqualTo(family);
        assertThat(answers.text("victim.born")).isEqualTo(Days.typed(born));
        assertThat(answers.text("perpetrator.1.given")).isEqualTo("Borisav");
        assertThat(answers.all("judgement.grounds")).containsExactly("REPEAT");
        assertThat(answers.has("address")).as("where they live is asked anew").isFalse();
        assertThat(answers.has("contact")).isFalse();
        assertThatThrownBy(() -> drafting.open(coordinator, draft)).isInstanceOf(Absent.class);
        Viewer worker = supporter();
        UUID theirs = UUID.randomUUID();
        new Sender(address(), Sessions.cookieOf(worker, application))
                .post("/referrals/" + referral + "/again", "id", theirs.toString());
        Answers known = drafting.open(worker, theirs).answers();
        assertThat(known.text("victim.family")).isEqualTo(family);
        assertThat(known.count("perpetrator")).as("whom they may not know").isZero();
    }

    @Test
    void triageSaysThatPossibleMatchesOfThesePeopleWait() throws Exception {
        UUID elsewhere = referred("Wolfram", 300);
        UUID others = reporting.open(nurse, elsewhere).harmers().getFirst().id();
        int before = waiting(referral);
        partnership().run("""
                        insert into people.suggestion (id, record_id, other_id, weight, probability, waterfall, guard, reason,
                            made_at)
                        values (gen_random_uuid(), ?, ?, 1, 0.6, '{"prior": -20, "steps": []}', 'UNSURE', '', now())
                        """, harmer(), others);
        assertThat(waiting(referral)).isEqualTo(before + 1);
        partnership()
                .run(
                        "update people.suggestion set decision = 'APART', decided_at = now() where record_id = ? and other_id = ?",
                        harmer(),
                        others);
        assertThat(waiting(referral)).isEqualTo(before);
    }

    /// How many possible matches the page of a referral in triage speaks of.
    private int waiting(UUID of) throws Exception {
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        var line = Pattern.compile("([0-9]+) possible match.*a repeat can hide there")
                .matcher(sender.get("/triage/" + of).body());
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }
}
