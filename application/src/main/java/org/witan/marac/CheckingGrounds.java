package org.witan.marac;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Escalation;
import org.witan.people.Escalations;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.risk.Assessment;
import org.witan.risk.Grade;
import org.witan.risk.ReadingAssessments;
import org.witan.risk.Tools;

/// Holds the four grounds of a referral beside what the records tell: how its risk was assessed, how often it
/// happened, and whether it was referred before. It only says so. A ground is never refused by it, as any one is
/// enough and what nobody wrote down may be so all the same.
@Component
public class CheckingGrounds {
    private final Witnessing witnessing;
    private final ReadingAssessments assessments;
    private final Tools tools;
    private final Escalations escalations;

    CheckingGrounds(Witnessing witnessing, ReadingAssessments assessments, Tools tools, Escalations escalations) {
        this.witnessing = witnessing;
        this.assessments = assessments;
        this.tools = tools;
        this.escalations = escalations;
    }

    /// What the records tell of a referral; null where risk in it is closed to whoever looks.
    public @Nullable Checked check(Viewer viewer, Referral referral) {
        return referral.parts().contains(Part.RISK)
                ? new Checked(referral, assessed(viewer, referral), between(viewer, referral))
                : null;
    }

    private List<Assessed> assessed(Viewer viewer, Referral referral) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.READ, "assessment"),
                shown -> assessments.within(shown, referral.id()).stream()
                        .filter(Assessment::stands)
                        .map(one -> new Assessed(
                                one, tools.thresholdToday(one.tool().key()).orElse(null)))
                        .toList());
    }

    private List<Between> between(Viewer viewer, Referral referral) {
        return with(referral, Standing.VICTIM).stream()
                .limit(1)
                .map(SourceRecord::id)
                .flatMap(victim -> with(referral, Standing.PERPETRATOR).stream()
                        .map(harmer -> new Between(harmer, escalations.between(viewer, victim, harmer.id()))))
                .toList();
    }

    private static List<SourceRecord> with(Referral referral, Standing standing) {
        return referral.persons().stream()
                .map(Referral.Person::record)
                .filter(one -> one.standing() == standing)
                .toList();
    }

    /// An assessment that stands.
    ///
    /// @param today from how many on the risk is high today; null for a tool without a threshold
    public record Assessed(Assessment assessment, @Nullable Integer today) {

        /// Whether its answers alone make the risk high, by the threshold of its day.
        Borne borne() {
            Integer least = assessment.threshold();
            var score = assessment.result().score();
            if (least == null) {
                return Borne.UNKNOWN;
            }
            return score.least() >= least ? Borne.YES : score.most() >= least ? Borne.UNKNOWN : Borne.NO;
        }

        @Override
        public String toString() {
            return "an assessment";
        }
    }

    /// What happened between the victim and one who causes harm, from whichever agency it came.
    public record Between(SourceRecord harmer, Escalation escalation) {

        @Override
        public String toString() {
            return "what happened";
        }
    }

    /// Whether the records bear a ground out.
    public enum Borne {
        YES,
        /// Something that would tell is missing.
        UNKNOWN,
        NO
    }

    /// What the records tell.
    ///
    /// @param assessed the assessments that stand, the newest day first
    /// @param between one for each alleged perpetrator
    public record Checked(Referral referral, List<Assessed> assessed, List<Between> between) {

        public Checked {
            assessed = List.copyOf(assessed);
            between = List.copyOf(between);
        }

        /// Whether a ground is claimed.
        public boolean isClaimed(Ground ground) {
            return referral.grounds().contains(ground);
        }

        /// Whether the records bear a ground out.
        public Borne borne(Ground ground) {
            return switch (ground) {
                case VISIBLE_HIGH_RISK -> score();
                case PROFESSIONAL_JUDGEMENT -> of(isRaised() || saysWhy());
                case ESCALATION ->
                    between.isEmpty()
                            ? Borne.UNKNOWN
                            : of(between.stream()
                                    .anyMatch(one -> one.escalation().isReached()));
                case REPEAT -> of(referral.repeat().isPresent());
            };
        }

        /// Whether somebody judged the risk to be high, whatever the answers count.
        public boolean isRaised() {
            return assessed.stream()
                    .map(Assessed::assessment)
                    .anyMatch(one -> one.judgement().grade() == Grade.HIGH);
        }

        /// Whether the referral says why its referrer is worried.
        public boolean saysWhy() {
            return referral.about(Topic.JUDGEMENT)
                    .filter(said -> !said.words().isBlank())
                    .isPresent();
        }

        private Borne score() {
            if (assessed.stream().anyMatch(one -> one.borne() == Borne.YES)) {
                return Borne.YES;
            }
            return assessed.stream().allMatch(one -> one.borne() == Borne.UNKNOWN)
                            || assessed.stream().anyMatch(one -> mayReach(one))
                    ? Borne.UNKNOWN
                    : Borne.NO;
        }

        private static boolean mayReach(Assessed one) {
            return one.assessment().threshold() != null && one.borne() == Borne.UNKNOWN;
        }

        private static Borne of(boolean yes) {
            return yes ? Borne.YES : Borne.NO;
        }

        @Override
        public String toString() {
            return "what the records tell";
        }
    }
}
