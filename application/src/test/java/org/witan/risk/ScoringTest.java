package org.witan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.witan.risk.Answer.Missing;
import org.witan.risk.Answer.Often;
import org.witan.risk.Answer.YesNo;

/// What follows from answers, over many invented ones. No database and no page.
class ScoringTest {
    private static final int TRIES = 5_000;
    private static final Band MEDIUM = new Band(10, 13, Grade.MEDIUM, "an invented place");
    private final Random random = new Random(20261126);
    private final Tool dash = tool(24, Scale.YES_NO, Grading.THRESHOLD, Set.of(YesNo.YES));
    private final Tool stalking = tool(11, Scale.YES_NO, Grading.COUNT, Set.of(YesNo.YES));
    private final Tool dara =
            tool(18, Scale.FREQUENCY, Grading.JUDGEMENT, Set.of(Often.SOMETIMES, Often.OFTEN, Often.CONSTANTLY));

    @Test
    void fourteenYesAreHighRiskAndThirteenAreNot() {
        assertThat(result(yes(14, 10, YesNo.NO), Judgement.NONE)).isInstanceOf(Result.Reached.class);
        assertThat(result(yes(13, 11, YesNo.NO), Judgement.NONE)).isInstanceOf(Result.Below.class);
    }

    @Test
    void elevenYesAndThreeNotKnownAreElevenToFourteenAndMayBeHighRisk() {
        var answers = yes(11, 10, YesNo.NO);
        IntStream.of(21, 22, 23).forEach(at -> answers.put("q" + at, GivenAnswer.of(Missing.UNKNOWN)));
        var score = Scoring.score(dash, answers);
        assertThat(List.of(score.least(), score.missing(), score.most())).containsExactly(11, 3, 14);
        var result = result(answers, Judgement.NONE);
        assertThat(result).isInstanceOf(Result.MayReach.class);
        assertThat(result.isHigh()).isFalse();
        assertThat(keys(result)).contains("risk.reason.may-reach").doesNotContain("risk.reason.below");
    }

    @Test
    void whatIsMissingIsListedByItsReason() {
        var answers = yes(1, 20, YesNo.NO);
        answers.put("q21", GivenAnswer.of(Missing.UNKNOWN));
        answers.put("q22", GivenAnswer.of(Missing.DECLINED));
        var score = Scoring.score(dash, answers);
        assertThat(score.missing(Missing.UNKNOWN))
                .extracting(one -> one.question().key())
                .containsExactly("q21");
        assertThat(score.missing(Missing.DECLINED))
                .extracting(one -> one.question().key())
                .containsExactly("q22");
        assertThat(score.missing(Missing.NOT_ASKED))
                .extracting(one -> one.question().key())
                .containsExactly("q23");
    }

    @Test
    void theScoreIsBetweenItsBoundsAndIsWhatAnotherCountSays() {
        for (int i = 0; i < TRIES; i++) {
            Tool tool = List.of(dash, stalking, dara).get(i % 3);
            var answers = answers(tool);
            var score = Scoring.score(tool, answers);
            long counted = answers.values().stream()
                    .map(GivenAnswer::answer)
                    .filter(one -> one == YesNo.YES || (one instanceof Often && one != Often.NEVER))
                    .count();
            long open = tool.questions().size()
                    - answers.values().stream()
                            .filter(one -> !one.answer().isMissing())
                            .count();
            assertThat(score.least()).isEqualTo((int) counted);
            assertThat(score.most()).isEqualTo((int) (counted + open));
            assertThat(score.most()).isBetween(score.least(), tool.questions().size());
            assertThat(score.contributions()).hasSize(tool.questions().size());
        }
    }

    /// Whoever does not know must not make somebody safer than whoever said no.
    @Test
    void anAnswerThatIsMissingNeverLowersWhatANoWouldHaveSaid() {
        for (int i = 0; i < TRIES; i++) {
            var answers = answers(dash);
            String question = "q" + random.nextInt(24);
            Judgement judgement = judgement();
            var no = new HashMap<>(answers);
            no.put(question, GivenAnswer.of(YesNo.NO));
            for (Missing why : Missing.values()) {
                var missing = new HashMap<>(answers);
                missing.put(question, GivenAnswer.of(why));
                assertThat(rank(result(missing, judgement))).isGreaterThanOrEqualTo(rank(result(no, judgement)));
                assertThat(Scoring.score(dash, missing).most())
                        .isEqualTo(Scoring.score(dash, no).most() + 1);
            }
            var left = new HashMap<>(answers);
            left.remove(question);
            assertThat(rank(result(left, judgement))).isGreaterThanOrEqualTo(rank(result(no, judgement)));
        }
    }

    @Test
    void aYesInPlaceOfAnythingElseNeverLowersTheRisk() {
        for (int i = 0; i < TRIES; i++) {
            var answers = answers(dash);
            Judgement judgement = judgement();
            var more = new HashMap<>(answers);
            more.put("q" + random.nextInt(24), GivenAnswer.of(YesNo.YES));
            assertThat(rank(result(more, judgement))).isGreaterThanOrEqualTo(rank(result(answers, judgement)));
        }
    }

    @Test
    void noJudgementLowersARiskAndAHighOneRaisesAny() {
        for (int i = 0; i < TRIES; i++) {
            Tool tool = i % 2 == 0 ? dash : stalking;
            var answers = answers(tool);
            var alone = Scoring.result(tool, answers, Judgement.NONE, 14, List.of());
            for (Grade grade : Grade.values()) {
                var judged = Scoring.result(tool, answers, new Judgement(grade, "invented"), 14, List.of());
                assertThat(rank(judged)).isGreaterThanOrEqualTo(rank(alone));
                assertThat(judged.isHigh()).isEqualTo(alone.isHigh() || grade == Grade.HIGH);
            }
        }
    }

    @Test
    void aLowerJudgementBesideAHighScoreIsSaidToChangeNothing() {
        var result = result(yes(20, 4, YesNo.NO), new Judgement(Grade.STANDARD, "invented"));
        assertThat(result).isInstanceOf(Result.Reached.class);
        assertThat(keys(result)).contains("risk.reason.reached", "risk.reason.not-lowered");
        assertThat(keys(result(yes(20, 4, YesNo.NO), Judgement.high("invented"))))
                .contains("risk.reason.judged-too");
    }

    @Test
    void aBandIsNamedOnlyWhenTheWholeRangeLiesInItAndNothingFollowsFromIt() {
        var result = result(yes(12, 12, YesNo.NO), Judgement.NONE);
        assertThat(keys(result)).contains("risk.reason.band.MEDIUM", "risk.reason.judgement-may");
        assertThat(result.isHigh()).isFalse();
        assertThat(keys(result(yes(9, 15, YesNo.NO), Judgement.NONE))).doesNotContain("risk.reason.band.MEDIUM");
        var open = yes(9, 14, YesNo.NO);
        assertThat(keys(result(open, Judgement.NONE))).as("9 to 10").doesNotContain("risk.reason.band.MEDIUM");
    }

    @Test
    void aToolThatIsGradedByJudgementIsNeverGradedByItsNumber() {
        var all = new HashMap<String, GivenAnswer>();
        dara.questions().forEach(question -> all.put(question.key(), GivenAnswer.of(Often.CONSTANTLY)));
        assertThat(Scoring.result(dara, all, new Judgement(Grade.MEDIUM, "invented"), null, List.of()))
                .isInstanceOfSatisfying(
                        Result.Judged.class,
                        judged -> assertThat(judged.grade()).isEqualTo(Grade.MEDIUM));
        var none = Scoring.result(dara, Map.of(), Judgement.NONE, null, List.of());
        assertThat(none).isInstanceOf(Result.Counted.class);
        assertThat(keys(none)).contains("risk.reason.not-graded");
        assertThat(Scoring.result(dara, Map.of(), Judgement.high("invented"), null, List.of())
                        .isHigh())
                .isTrue();
    }

    @Test
    void aQuestionThatDoesNotCountAddsNothingWhateverIsAnswered() {
        Tool tool = tool(3, Scale.YES_NO, Grading.THRESHOLD, Set.of());
        var answers = Map.of("q0", GivenAnswer.of(YesNo.YES));
        var score = Scoring.score(tool, answers);
        assertThat(score.most()).isZero();
        assertThat(score.missing(Missing.NOT_ASKED)).as("listed all the same").hasSize(2);
    }

    @Test
    void aToolWithoutAThresholdNeverSaysThatOneIsNotReached() {
        for (int i = 0; i < 200; i++) {
            var result = Scoring.result(dash, answers(dash), Judgement.NONE, null, List.of(MEDIUM));
            assertThat(keys(result)).contains("risk.reason.no-threshold").noneMatch(key -> key.contains("below"));
        }
    }

    private Result result(Map<String, GivenAnswer> answers, Judgement judgement) {
        return Scoring.result(dash, answers, judgement, 14, List.of(MEDIUM));
    }

    private static List<String> keys(Result result) {
        return result.reasons().stream().map(Reason::key).toList();
    }

    /// How much attention a result asks for.
    private static int rank(Result result) {
        return switch (result) {
            case Result.Reached _, Result.Raised _ -> 3;
            case Result.MayReach _ -> 2;
            case Result.Judged judged -> judged.grade() == Grade.HIGH ? 3 : 1;
            case Result.Below _, Result.Counted _ -> 1;
        };
    }

    private Judgement judgement() {
        return random.nextInt(4) == 0 ? Judgement.high("invented") : Judgement.NONE;
    }

    private Map<String, GivenAnswer> answers(Tool tool) {
        var answers = new HashMap<String, GivenAnswer>();
        List<Answer> all = tool.scale().answers();
        int yes = random.nextInt(100);
        for (Question question : tool.questions()) {
            Answer answer = random.nextInt(100) < yes ? all.getFirst() : all.get(random.nextInt(all.size()));
            if (random.nextInt(10) > 0) {
                answers.put(question.key(), GivenAnswer.of(answer));
            }
        }
        return answers;
    }

    private static Map<String, GivenAnswer> yes(int yes, int others, Answer other) {
        var answers = new HashMap<String, GivenAnswer>();
        for (int at = 0; at < yes + others; at++) {
            answers.put("q" + at, GivenAnswer.of(at < yes ? YesNo.YES : other));
        }
        return answers;
    }

    private static Tool tool(int size, Scale scale, Grading grading, Set<Answer> counting) {
        var questions = new ArrayList<Question>();
        for (int at = 0; at < size; at++) {
            questions.add(new Question(
                    "q" + at, at + 1, "NOW", About.VICTIM, "invented", counting, Map.of(Numbering.OWN, at + 1), null));
        }
        return new Tool(
                "invented",
                1,
                "Invented",
                scale,
                grading,
                Numbering.OWN,
                "invented",
                null,
                "",
                LocalDate.EPOCH,
                null,
                questions);
    }
}
