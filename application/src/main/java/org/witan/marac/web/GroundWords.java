package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.CheckingGrounds;
import org.witan.marac.CheckingGrounds.Assessed;
import org.witan.marac.CheckingGrounds.Between;
import org.witan.marac.CheckingGrounds.Borne;
import org.witan.marac.CheckingGrounds.Checked;
import org.witan.marac.Ground;
import org.witan.marac.Referral;
import org.witan.marac.Topic;
import org.witan.marac.web.ReferralPage.Said;
import org.witan.people.Concern;
import org.witan.people.Escalation;
import org.witan.risk.Answer;
import org.witan.risk.Assessment;
import org.witan.risk.Score;
import org.witan.risk.Tool;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says beside a referral in triage how its risk was assessed, and of each ground whether it is claimed and whether
/// the records bear it out.
@Component
class GroundWords {
    private final CheckingGrounds checking;
    private final Wording words;

    GroundWords(CheckingGrounds checking, Wording words) {
        this.checking = checking;
        this.words = words;
    }

    /// The risk and the four grounds; null where risk is closed to whoever looks.
    @Nullable
    Summary of(Viewer viewer, Referral referral) {
        Checked checked = checking.check(viewer, referral);
        return checked == null
                ? null
                : new Summary(
                        checked.assessed().isEmpty()
                                ? List.of(notAssessed(referral))
                                : checked.assessed().stream()
                                        .flatMap(one -> assessed(one).stream())
                                        .toList(),
                        Stream.of(Ground.values())
                                .map(ground -> line(checked, ground))
                                .toList());
    }

    private Said notAssessed(Referral referral) {
        return new Said(
                words.the("marac.risk.tool"),
                sentences(
                        words.the("marac.risk.none"),
                        referral.about(Topic.NOT_ASSESSED)
                                .map(Referral.Said::words)
                                .orElse("")));
    }

    private List<Said> assessed(Assessed assessed) {
        Assessment one = assessed.assessment();
        Score score = one.result().score();
        var lines = new ArrayList<Said>();
        lines.add(new Said(
                words.the("marac.risk.tool"),
                words.the("marac.risk.tool.of", one.tool().name(), Days.words(one.assessedOn()), one.agency())));
        lines.add(new Said(words.the("marac.risk.score"), sentences(score(one), threshold(assessed))));
        String missing = Stream.of(Answer.Missing.values())
                .filter(why -> !score.missing(why).isEmpty())
                .map(why -> missing(one.tool(), score, why))
                .collect(Collectors.joining("\n"));
        lines.add(new Said(
                words.the("marac.risk.missing"), missing.isEmpty() ? words.the("marac.risk.missing.none") : missing));
        var grade = one.judgement().grade();
        lines.add(new Said(
                words.the("marac.risk.judgement"),
                grade == null
                        ? words.the("marac.risk.judgement.none")
                        : sentences(
                                words.the("marac.risk.judgement." + grade),
                                one.judgement().words())));
        return lines;
    }

    private String score(Assessment one) {
        Score score = one.result().score();
        return words.the("risk.score." + one.tool().scale(), score.least(), score.missing(), score.most()) + ".";
    }

    private String threshold(Assessed assessed) {
        Integer then = assessed.assessment().threshold();
        Integer today = assessed.today();
        if (then == null) {
            return words.the("marac.risk.threshold.none");
        }
        return today == null || today.equals(then)
                ? words.the("marac.risk.threshold", then)
                : words.the("marac.risk.threshold.other", then, today);
    }

    private String missing(Tool tool, Score score, Answer.Missing why) {
        var questions = score.missing(why);
        return words.the("risk.missing." + why, questions.size()) + ": "
                + questions.stream()
                        .map(one -> words.the(
                                "risk.question",
                                tool.number(one.question()),
                                one.question().topic()))
                        .collect(Collectors.joining("; "));
    }

    private GroundLine line(Checked checked, Ground ground) {
        Borne borne = checked.borne(ground);
        return new GroundLine(
                words.the("marac.ground." + ground),
                words.the(checked.isClaimed(ground) ? "marac.borne.claimed" : "marac.borne.not-claimed"),
                words.the("marac.borne." + borne),
                borne == Borne.YES,
                switch (ground) {
                    case VISIBLE_HIGH_RISK -> List.of(visible(checked));
                    case PROFESSIONAL_JUDGEMENT -> List.of(judged(checked));
                    case ESCALATION -> escalates(checked.between());
                    case REPEAT -> List.of(repeat(checked.referral()));
                });
    }

    private String visible(Checked checked) {
        String all = checked.assessed().stream()
                .filter(one -> one.assessment().threshold() != null)
                .map(one -> words.the(
                        "marac.borne.score",
                        one.assessment().tool().name(),
                        score(one.assessment()),
                        Objects.requireNonNull(one.assessment().threshold())))
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? words.the("marac.borne.score.none") : all;
    }

    private String judged(Checked checked) {
        return words.the(
                checked.isRaised()
                        ? "marac.borne.judgement.raised"
                        : checked.saysWhy() ? "marac.borne.judgement.says" : "marac.borne.judgement.none");
    }

    /// One line for each alleged perpetrator, named where there are several.
    private List<String> escalates(List<Between> between) {
        return between.isEmpty()
                ? List.of(words.the("marac.borne.times.nobody"))
                : Stream.concat(
                                between.stream()
                                        .map(one -> between.size() == 1
                                                ? times(one.escalation())
                                                : words.the(
                                                        "marac.borne.times.with",
                                                        ReferralPages.name(
                                                                words,
                                                                one.harmer().name()),
                                                        times(one.escalation()))),
                                Stream.of(words.the("marac.borne.times.worse")))
                        .toList();
    }

    private String times(Escalation escalation) {
        var agencies = escalation.events().stream()
                .collect(Collectors.groupingBy(Concern::agency, TreeMap::new, Collectors.counting()));
        String from = agencies.entrySet().stream()
                .map(one -> words.the("marac.borne.times.agency", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
        return words.the("marac.borne.times", escalation.events().size(), escalation.months(), escalation.least())
                + (from.isEmpty() ? "" : " " + words.the("marac.borne.times.from", from));
    }

    private String repeat(Referral referral) {
        return referral.repeat()
                .map(one -> words.the(
                        "marac.borne.repeat",
                        one.earlierReference(),
                        Days.words(one.referredOn()),
                        Days.words(one.until())))
                .orElseGet(() -> words.the(
                        referral.earlier().isEmpty() ? "marac.borne.repeat.none" : "marac.borne.repeat.other"));
    }

    private static String sentences(String... all) {
        return Stream.of(all).map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /// The risk of a referral, and what the records bear out.
    record Summary(List<Said> risk, List<GroundLine> grounds) {}

    /// One of the grounds.
    ///
    /// @param claimed whether the referrer claims it, in words
    /// @param borne whether the records bear it out, in words
    /// @param holds whether they do
    /// @param why what they tell
    record GroundLine(String ground, String claimed, String borne, boolean holds, List<String> why) {}
}
