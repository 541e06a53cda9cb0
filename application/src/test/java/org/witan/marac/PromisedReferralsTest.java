package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.marac.PromisedReferrals.Promise;
import org.witan.marac.Referring.Referred;
import org.witan.marac.Triaging.Settlement;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Further abuse that was settled as referred stays before the coordinator until the referral is there,
/// or until they say why none follows.
class PromisedReferralsTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReportingFurtherAbuse reporting;

    @Autowired
    private PromisedReferrals promised;

    @Autowired
    private TriageQueue queue;

    private UUID referral;
    private UUID incident;
    private Sender sender;

    @BeforeEach
    void anIncidentThatWaits() {
        referral = referred("Borisav", 40);
        UUID report = UUID.randomUUID();
        reporting.report(
                nurse,
                report,
                referral,
                new FurtherAbuse(
                        today.minusDays(3),
                        false,
                        "PHYSICAL",
                        "Invented: he came back.",
                        Who.SAME,
                        List.of(),
                        KnownBy.SEEN,
                        Safe.YES,
                        Emergency.CALLED,
                        ""));
        partnership()
                .asked(
                        "select marac.find_incident(id)::text from people.concern where source_key = ?",
                        report.toString());
        incident = queue.read(coordinator).incidents().stream()
                .filter(one -> one.referral().equals(referral))
                .map(Incident::id)
                .findFirst()
                .orElseThrow();
        sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
    }

    private List<Promise> open() {
        return promised.list(coordinator).stream()
                .filter(one -> one.id().equals(incident))
                .toList();
    }

    private void promise() {
        triaging.settle(coordinator, incident, Settlement.REFERRED, "Invented: the ward writes it");
    }

    /// The incident was found so many days ago, and settled so.
    private void daysAgo(int found, int settled) {
        partnership()
                .run(
                        "update marac.incident set found_at = found_at - ? * interval '1 day', settled_at = settled_at - ? * interval '1 day' where id = ?",
                        found,
                        settled,
                        incident);
    }

    @Test
    void aPromiseShowsUntilAReferralOfTheSamePersonsComes() throws Exception {
        assertThat(open()).isEmpty();
        promise();
        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.referral()).isEqualTo(referral);
            assertThat(one.promisedOn()).isEqualTo(today);
        });
        assertThat(sender.get("/triage").body()).contains("Promised referrals that have not come");
        assertThat(sender.get("/work").body()).contains("promised for further abuse and");
        assertThat(sender.get("/triage/promises/" + incident).body())
                .contains("Invented: he came back.", "Invented: the ward writes it");
        UUID others = referred("Wolfram", 0);
        assertThat(open())
                .as("a referral of the same victim with somebody else")
                .hasSize(1);
        UUID again = referred("Borisav", 0);
        assertThat(open()).isEmpty();
        assertThat(sender.get("/triage/promises/" + incident).statusCode()).isEqualTo(404);
        assertThat(others).isNotEqualTo(again);
    }

    @Test
    void aReferralFromBeforeItWasKnownKeepsNoPromise() {
        referred("Borisav", 2);
        promise();
        daysAgo(1, 1);
        assertThat(open()).hasSize(1);
        daysAgo(1, 0);
        assertThat(open()).as("found on the day of that referral").isEmpty();
    }

    @Test
    void aReferralThatIsTurnedAwayKeepsNoPromise() {
        promise();
        UUID again = referred("Borisav", 0);
        triaging.decide(coordinator, again, TriageOutcome.OTHER_AREA, null, "Invented: she moved", _ -> "invented");
        assertThat(open()).hasSize(1);
    }

    @Test
    void theCoordinatorSaysWhyNoneFollowsOnce() throws Exception {
        promise();
        String path = "/triage/promises/" + incident;
        var refused = sender.post(path, "reason", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why no referral follows.");
        assertThatThrownBy(() -> promised.end(nurse, incident, "no")).isInstanceOf(Absent.class);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(sender.post(path, "reason", "Invented: another man").statusCode())
                    .isEqualTo(302);
        }
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> promised.end(coordinator, incident, "Invented: something else"))
                .isInstanceOf(Refused.class);
        assertThat(partnership().asked("select reason from marac.not_referred where incident_id = ?", incident))
                .containsExactly("Invented: another man");
    }

    @Test
    void whatIsSetAsideIsNoPromise() {
        triaging.settle(coordinator, incident, Settlement.NO_ABUSE, "Invented: a film");
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> promised.end(coordinator, incident, "no")).isInstanceOf(Absent.class);
    }

    @Test
    void theReferralIsBegunFromTheIncidentAndKeepsThePromise() throws Exception {
        assertThat(sender.get("/triage/incidents/" + incident).body())
                .contains("/triage/incidents/" + incident + "/refer");
        promise();
        String path = "/triage/incidents/" + incident + "/refer";
        assertThat(sender.get(path).statusCode()).isEqualTo(200);
        assertThat(new Sender(address(), Sessions.cookieOf(nurse, application))
                        .get(path)
                        .statusCode())
                .isEqualTo(404);
        UUID draft = UUID.randomUUID();
        assertThat(sender.post(path, "id", draft.toString()).statusCode()).isEqualTo(302);
        assertThat(sender.post(path, "id", draft.toString()).statusCode()).isEqualTo(302);
        Answers answers = drafting.open(coordinator, draft).answers();
        assertThat(answers.text("victim.family")).isEqualTo(family);
        assertThat(answers.text("perpetrator.1.family")).isEqualTo("borisav" + family);
        assertThat(answers.text("happened.words")).isEqualTo("Invented: he came back.");
        assertThat(answers.text("happened.last")).isEqualTo(Days.typed(today.minusDays(3)));
        assertThat(answers.all("judgement.grounds")).containsExactly("REPEAT");
        drafting.keep(
                coordinator,
                draft,
                "aware",
                Map.of("consent", List.of("YES")),
                Answers.of(Map.of()).mark("aware"));
        UUID again = ((Referred) referring.refer(coordinator, draft)).referral();
        assertThat(reading.read(coordinator, again).repeat()).isPresent();
        assertThat(open()).isEmpty();
        triaging.decide(coordinator, again, TriageOutcome.ACCEPTED, Ground.REPEAT, "", _ -> "invented");
        assertThat(open()).isEmpty();
    }
}
