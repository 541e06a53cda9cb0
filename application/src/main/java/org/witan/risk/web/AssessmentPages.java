package org.witan.risk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.witan.access.RegisteredRecord;
import org.witan.risk.Answer;
import org.witan.risk.Assessment;
import org.witan.risk.Contribution;
import org.witan.risk.Contribution.Effect;
import org.witan.risk.GivenAnswer;
import org.witan.risk.LoadedWording;
import org.witan.risk.Question;
import org.witan.risk.Result;
import org.witan.risk.Score;
import org.witan.risk.Tool;
import org.witan.risk.web.AssessmentPage.Ask;
import org.witan.risk.web.AssessmentPage.Fact;
import org.witan.risk.web.AssessmentPage.Missing;
import org.witan.risk.web.AssessmentPage.Row;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the page of an assessment.
@Component
class AssessmentPages {
    private final Wording words;
    private final ResultWords results;
    private final ScorePicture picture;

    AssessmentPages(Wording words, ResultWords results, ScorePicture picture) {
        this.words = words;
        this.results = results;
        this.picture = picture;
    }

    /// @param tools the tools in use, for what is to be asked as well
    AssessmentPage page(RegisteredRecord record, Assessment one, List<Tool> tools) {
        Result result = one.result();
        Score score = result.score();
        return new AssessmentPage(
                record.id(),
                one.id(),
                record.reference(),
                words.the("risk.assessment.title", one.tool().name(), Days.words(one.assessedOn())),
                words.the("risk.by", one.by(), one.agency()),
                results.headline(result),
                result.isHigh(),
                results.reasons(result.reasons()),
                judged(one),
                one.judgement().words(),
                picture.of(one, score, results.score(one)),
                missing(one.tool(), score),
                score.contributions().stream()
                        .map(contribution -> row(one, contribution))
                        .toList(),
                pinned(one),
                one.tool().key(),
                ask(score, tools),
                one.corrects() == null ? null : one.corrects().of(),
                one.corrects() == null ? "" : one.corrects().why(),
                one.correctedBy());
    }

    private String judged(Assessment one) {
        return one.judgement().grade() == null
                ? words.the("risk.judged.none")
                : words.the("risk.judged." + one.judgement().grade());
    }

    private List<Missing> missing(Tool tool, Score score) {
        return Arrays.stream(Answer.Missing.values())
                .map(why -> new Missing(
                        words.the("risk.missing." + why, score.missing(why).size()),
                        score.missing(why).stream()
                                .map(one -> numbered(
                                        tool, one.question(), one.question().topic()))
                                .toList()))
                .filter(group -> !group.questions().isEmpty())
                .toList();
    }

    private Row row(Assessment one, Contribution contribution) {
        Question question = contribution.question();
        LoadedWording wording = one.wording();
        String licensed = wording == null ? null : wording.lines().get(question.key());
        return new Row(
                numbered(one.tool(), question, licensed == null ? question.topic() : licensed),
                licensed == null ? "" : question.topic(),
                words.the("risk.answer." + contribution.given().answer().name()),
                words.the("risk.effect." + contribution.effect()),
                state(contribution.effect()),
                source(contribution.given()),
                contribution.given().note());
    }

    /// Who said so: the victim when nobody else is named, and nobody when nobody was asked.
    private String source(GivenAnswer given) {
        if (!given.source().isEmpty()) {
            return given.source();
        }
        return given.answer() == Answer.Missing.NOT_ASKED ? "" : words.the("risk.source.victim");
    }

    private String numbered(Tool tool, Question question, String text) {
        return words.the("risk.question", tool.number(question), text);
    }

    private static String state(Effect effect) {
        return switch (effect) {
            case COUNTS -> "counts";
            case MAY_COUNT -> "may";
            case DOES_NOT_COUNT, NEVER_COUNTS -> "not";
        };
    }

    private List<Fact> pinned(Assessment one) {
        Tool tool = one.tool();
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "risk.pinned.tool", words.the("risk.pinned.tool.words", tool.name(), tool.version()), tool.source()));
        LoadedWording wording = one.wording();
        facts.add(
                wording == null
                        ? fact("risk.pinned.wording", words.the("risk.topics.ours"))
                        : fact(
                                "risk.pinned.wording",
                                wording.name(),
                                wording.licence(),
                                words.the("risk.pinned.wording.loaded", Days.words(wording.loadedAt()))));
        if (one.threshold() != null) {
            facts.add(fact(
                    "risk.pinned.threshold",
                    words.the("risk.pinned.threshold.words", one.threshold()),
                    one.thresholdSource()));
        }
        facts.add(fact("risk.pinned.written", Days.words(one.writtenAt())));
        facts.add(fact("risk.pinned.due", Days.words(one.dueOn())));
        return List.copyOf(facts);
    }

    private Fact fact(String term, String... details) {
        return new Fact(
                words.the(term),
                Arrays.stream(details).filter(detail -> !detail.isEmpty()).toList());
    }

    private List<Ask> ask(Score score, List<Tool> tools) {
        return score.contributions().stream()
                .filter(one -> one.effect() == Effect.COUNTS)
                .map(one -> one.question().opens())
                .filter(Objects::nonNull)
                .flatMap(key -> tools.stream().filter(tool -> tool.key().equals(key)))
                .map(tool -> new Ask(tool.key(), words.the("risk.ask", tool.name())))
                .toList();
    }
}
