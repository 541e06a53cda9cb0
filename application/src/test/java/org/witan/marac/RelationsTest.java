package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.people.Given.Between;
import org.witan.people.Relation;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What a child is to each alleged perpetrator is asked, shown and kept: to be the child of one is not to be the child
/// of the other.
class RelationsTest extends AConference {
    @Autowired
    private ApplicationContext application;

    private static Answers answers(String... fields) {
        Map<String, Map<String, List<String>>> pages = new HashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            int dot = fields[at].lastIndexOf('.');
            pages.computeIfAbsent(fields[at].substring(0, dot), _ -> new HashMap<>())
                    .put(fields[at].substring(dot + 1), List.of(fields[at + 1]));
        }
        Answers answers = Answers.of(Map.of());
        for (var page : pages.entrySet()) {
            answers = answers.with(page.getKey(), page.getValue());
        }
        return answers;
    }

    private static List<Between> between(Answers answers) {
        return ReferredPersons.of(answers, "invented").given().relationships();
    }

    @Test
    void aChildIsRelatedToEveryAllegedPerpetrator() {
        assertThat(between(answers(
                        "victim.given", "Katherine",
                        "perpetrator.1.given", "Wolf",
                        "perpetrator.1.relation", "PARTNER",
                        "perpetrator.2.given", "Boris",
                        "perpetrator.2.relation", "EX_PARTNER",
                        "perpetrator.3.given", "Duncan",
                        "other.1.given", "Small",
                        "other.1.relation-victim", "CHILD",
                        "other.1.relation-perpetrator", "STEP_CHILD",
                        "other.1.relation-perpetrator-2", "CHILD")))
                .containsExactly(
                        new Between(1, Relation.PARTNER, 0),
                        new Between(2, Relation.EX_PARTNER, 0),
                        new Between(3, Relation.UNKNOWN, 0),
                        new Between(4, Relation.CHILD, 0),
                        new Between(4, Relation.STEP_CHILD, 1),
                        new Between(4, Relation.CHILD, 2),
                        new Between(4, Relation.UNKNOWN, 3));
    }

    /// Somebody whom nobody knows stands first, and a draft of before has one answer for the one who is named.
    @Test
    void anAnswerOfBeforeIsForTheFirstWhoIsNamed() {
        assertThat(between(answers(
                        "victim.given", "Katherine",
                        "perpetrator.1.unknown", "YES",
                        "perpetrator.2.given", "Boris",
                        "other.1.given", "Small",
                        "other.1.relation-perpetrator", "CHILD")))
                .contains(new Between(2, Relation.CHILD, 1));
        assertThat(between(answers(
                        "victim.given", "Katherine",
                        "perpetrator.1.unknown", "YES",
                        "perpetrator.2.given", "Boris",
                        "other.1.given", "Small",
                        "other.1.relation-perpetrator", "CHILD",
                        "other.1.relation-perpetrator-2", "SIBLING")))
                .contains(new Between(2, Relation.SIBLING, 1));
    }

    @Test
    void thePageOfAChildAsksForEachAndAllIsShownBeforeAndAfterItIsSent() throws Exception {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family);
        keep(draft, "perpetrator.1", "given", "Wolf", "family", "wolf" + family);
        var writing = new Sender(address(), Sessions.cookieOf(nurse, application));
        assertThat(writing.get("/refer/" + draft + "/other.1").body())
                .contains("What are they to whoever causes harm?")
                .doesNotContain("relation-perpetrator-2");
        keep(draft, "perpetrator.2", "given", "Boris", "family", "boris" + family);
        keep(draft, "perpetrator.3", "unknown", "YES");
        assertThat(writing.get("/refer/" + draft + "/other.1").body())
                .contains("What are they to Wolf wolf" + family + "?", "What are they to Boris boris" + family + "?")
                .doesNotContain("relation-perpetrator-3", "What are they to whoever causes harm?");
        var kept = writing.post(
                "/refer/" + draft + "/other.1",
                "seen",
                Answers.of(Map.of()).mark("other.1"),
                "standing",
                "CHILD",
                "given",
                "Small",
                "family",
                family,
                "relation-victim",
                "CHILD",
                "relation-perpetrator",
                "STEP_CHILD",
                "relation-perpetrator-2",
                "OTHER_FAMILY");
        assertThat(kept.statusCode()).isEqualTo(302);
        keep(draft, "judgement", "grounds", "ESCALATION");
        keep(draft, "aware", "consent", "YES", "aware", "YES");
        assertThat(writing.get("/refer/" + draft + "/check").body())
                .contains("What are they to Wolf wolf" + family, "Step-child")
                .contains("What are they to Boris boris" + family, "Other relative");
        writing.post("/refer/" + draft + "/send");
        UUID referral = Objects.requireNonNull(drafting.open(nurse, draft).referral());
        assertThat(reading.read(coordinator, referral).persons().getLast().related().stream()
                        .map(Referral.Related::relation))
                .containsExactlyInAnyOrder(Relation.CHILD, Relation.STEP_CHILD, Relation.OTHER_FAMILY);
        assertThat(new Sender(address(), Sessions.cookieOf(coordinator, application))
                        .get("/referrals/" + referral)
                        .body())
                .contains("To Wolf wolf" + family, "Step-child")
                .contains("To Boris boris" + family, "Other relative");
    }
}
