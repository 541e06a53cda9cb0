package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.marac.CheckingGrounds.Borne;
import org.witan.marac.CheckingGrounds.Checked;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.marac.Referring.Referred;
import org.witan.risk.Tool;
import org.witan.risk.Tools;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Triage shows the risk and the four grounds beside what the records tell, and decides nothing by it.
class GroundsTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private CheckingGrounds checking;

    @Autowired
    private ReportingFurtherAbuse reporting;

    @Autowired
    private Tools tools;

    /// A referral with a checklist of which so many answers are yes, not known and left out, and all others no.
    private UUID assessed(List<Ground> grounds, int yes, int unknown, int leftOut) {
        Tool dash = tools.inUse("dash").orElseThrow();
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(born));
        keep(draft, "perpetrator.1", "given", "Borisav", "family", "borisav" + family);
        keep(draft, "happened", "words", "Invented: he came back.", "last", Days.typed(today.minusDays(2)));
        keep(draft, "tool", "which", "dash");
        var answers = new HashMap<String, List<String>>(
                Map.of("tool", List.of("dash"), "version", List.of(String.valueOf(dash.version()))));
        for (int at = 0; at < dash.questions().size() - leftOut; at++) {
            answers.put(
                    "answer-" + dash.questions().get(at).key(),
                    List.of(at < yes ? "YES" : at < yes + unknown ? "UNKNOWN" : "NO"));
        }
        drafting.keep(
                nurse, draft, ReferredRisk.PAGE, answers, Answers.of(Map.of()).mark(ReferredRisk.PAGE));
        drafting.keep(
                nurse,
                draft,
                "judgement",
                Map.of(
                        "grounds",
                        grounds.stream().map(Enum::name).toList(),
                        "words",
                        List.of(
                                grounds.contains(Ground.PROFESSIONAL_JUDGEMENT)
                                        ? "Invented: she whispers on the telephone."
                                        : "")),
                Answers.of(Map.of()).mark("judgement"));
        keep(draft, "aware", "consent", "YES", "aware", "YES");
        return ((Referred) referring.refer(nurse, draft)).referral();
    }

    private Checked check(UUID referral) {
        return Objects.requireNonNull(checking.check(coordinator, reading.read(coordinator, referral)));
    }

    private String page(UUID referral) throws Exception {
        return new Sender(address(), Sessions.cookieOf(coordinator, application))
                .get("/triage/" + referral)
                .body();
    }

    private int threshold() {
        return tools.thresholdToday("dash").orElseThrow();
    }

    @Test
    void theScoreStandsBesideTheThresholdWithWhatIsMissing() throws Exception {
        int yes = threshold() - 4;
        UUID referral = assessed(List.of(Ground.VISIBLE_HIGH_RISK), yes, 3, 1);
        assertThat(check(referral).borne(Ground.VISIBLE_HIGH_RISK))
                .as("what is missing could reach it")
                .isEqualTo(Borne.UNKNOWN);
        assertThat(page(referral))
                .contains(
                        yes + " yes, 4 not known: " + yes + " to " + threshold() + ".",
                        "From " + threshold() + " on the risk is high.",
                        "Asked, not known (3): ",
                        "Not asked (1): ",
                        "Nobody raised the risk beyond what the answers count.",
                        "Cannot be told");
    }

    /// The threshold of the day of the assessment is what counts; another of today is told beside it.
    @Test
    void aThresholdThatWasSetSinceIsToldBesideThatOfTheDay() throws Exception {
        int then = threshold();
        String source = partnership().asked("""
                        select source from risk.threshold where tool = 'dash' and from_on <= access.today()
                        order by from_on desc, set_at desc limit 1
                        """).getFirst();
        UUID referral = assessed(List.of(Ground.VISIBLE_HIGH_RISK), then, 0, 0);
        try {
            setThreshold(then + 1, "a test");
            assertThat(page(referral))
                    .contains("From " + then + " on the risk was high on that day; from " + (then + 1) + " on today.");
            assertThat(check(referral).borne(Ground.VISIBLE_HIGH_RISK)).isEqualTo(Borne.YES);
        } finally {
            setThreshold(then, source);
        }
    }

    private void setThreshold(int value, String source) {
        partnership().run("""
                        insert into risk.threshold (tool, from_on, value, source, set_by, set_at)
                        values ('dash', access.today(), ?, ?, 'a test', clock_timestamp())
                        """, value, source);
    }

    @Test
    void aScoreBearsItsGroundOutOrDoesNot() {
        assertThat(check(assessed(List.of(Ground.VISIBLE_HIGH_RISK), threshold(), 0, 0))
                        .borne(Ground.VISIBLE_HIGH_RISK))
                .isEqualTo(Borne.YES);
        assertThat(check(assessed(List.of(Ground.VISIBLE_HIGH_RISK), 2, 0, 0)).borne(Ground.VISIBLE_HIGH_RISK))
                .isEqualTo(Borne.NO);
    }

    @Test
    void thatJudgementRaisedItIsSaidWithItsWords() throws Exception {
        UUID raised = assessed(List.of(Ground.PROFESSIONAL_JUDGEMENT), 2, 0, 0);
        assertThat(check(raised).borne(Ground.PROFESSIONAL_JUDGEMENT)).isEqualTo(Borne.YES);
        assertThat(page(raised))
                .contains(
                        "High. Invented: she whispers on the telephone.", "Whoever assessed raised the risk to high.");
        UUID silent = assessed(List.of(Ground.ESCALATION), 2, 0, 0);
        assertThat(check(silent).borne(Ground.PROFESSIONAL_JUDGEMENT)).isEqualTo(Borne.NO);
        assertThat(page(silent)).contains("Nobody says why. Ask, as judgement is enough at any score.");
        UUID without = referred("Wolf", 0);
        assertThat(check(without).borne(Ground.PROFESSIONAL_JUDGEMENT)).isEqualTo(Borne.YES);
        assertThat(page(without))
                .contains("None was answered.", "The referrer says why, and no checklist was raised for it.");
    }

    @Test
    void howOftenItHappenedStandsBesideWhatTheSettingAsks() throws Exception {
        UUID referral = assessed(List.of(Ground.ESCALATION), 2, 0, 0);
        int asked = check(referral).between().getFirst().escalation().least();
        assertThat(check(referral).borne(Ground.ESCALATION)).isEqualTo(Borne.NO);
        assertThat(page(referral)).contains("It happened once between the two", "The setting asks for " + asked + ".");
        for (int more = 1; more < asked; more++) {
            tell(referral, more);
        }
        assertThat(check(referral).borne(Ground.ESCALATION)).isEqualTo(Borne.YES);
        assertThat(page(referral)).contains("It happened " + asked + " times between the two", "From: ");
    }

    private void tell(UUID referral, int daysAgo) {
        reporting.report(
                nurse,
                UUID.randomUUID(),
                referral,
                new FurtherAbuse(
                        today.minusDays(daysAgo),
                        false,
                        "THREATS",
                        "Invented: he waited at the school.",
                        Who.NAMED,
                        List.of(reporting
                                .open(nurse, referral)
                                .harmers()
                                .getFirst()
                                .id()),
                        KnownBy.TOLD_BY_VICTIM,
                        Safe.NO,
                        Emergency.NOT_NEEDED,
                        ""));
    }

    @Test
    void whereNobodyWhoCausesHarmIsNamedNothingIsCounted() throws Exception {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(born));
        keep(draft, "perpetrator.1", "unknown", "YES");
        keep(draft, "judgement", "grounds", "ESCALATION");
        keep(draft, "aware", "consent", "YES", "aware", "YES");
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        assertThat(check(referral).borne(Ground.ESCALATION)).isEqualTo(Borne.UNKNOWN);
        assertThat(page(referral)).contains("Nobody who causes harm is named, so nothing can be counted.");
    }

    @Test
    void aRepeatIsInTheRecordsWhetherOrNotItIsClaimed() throws Exception {
        UUID first = referred("Wolf", 30);
        assertThat(check(first).borne(Ground.REPEAT)).isEqualTo(Borne.NO);
        UUID again = referred("Wolf", 0);
        assertThat(check(again).isClaimed(Ground.REPEAT)).isFalse();
        assertThat(check(again).borne(Ground.REPEAT)).isEqualTo(Borne.YES);
        assertThat(page(again)).contains("Referred before as ");
    }

    /// Any ground is enough, whatever the records tell.
    @Test
    void whatIsNotInTheRecordsIsAcceptedAllTheSame() throws Exception {
        UUID referral = assessed(List.of(Ground.VISIBLE_HIGH_RISK, Ground.ESCALATION, Ground.REPEAT), 1, 0, 0);
        for (Ground ground : Ground.values()) {
            assertThat(check(referral).borne(ground)).as(ground.name()).isEqualTo(Borne.NO);
        }
        assertThat(reading.read(coordinator, referral).decision()).isEmpty();
        assertThat(page(referral)).contains("Nothing follows from this by itself.");
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.VISIBLE_HIGH_RISK, "", _ -> "invented");
        assertThat(reading.read(coordinator, referral).decision().map(Decision::outcome))
                .isEqualTo(Optional.of(TriageOutcome.ACCEPTED));
    }
}
