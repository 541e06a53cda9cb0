package org.witan.marac;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.witan.people.Answer;

/// What the return counts of the cases that a meeting heard. What is not known is counted apart and is never "no".
/// Sources: SafeLives data return, seen November 2026 [S5][S6].
public enum ReturnCell {
    CASES,
    REPEATS,
    CHILDREN,
    FROM_POLICE,
    FROM_PARTNERS,
    MINORITISED,
    DISABILITY,
    LGBT,
    MALE,
    AGED_16_17,
    HARMERS_UNDER_18;

    private static final Set<String> MEN = Set.of("male", "m", "man");

    /// How much a case adds.
    int of(HeardCase one) {
        return switch (this) {
            case CASES -> 1;
            case REPEATS -> one.isRepeat() ? 1 : 0;
            case CHILDREN -> one.children();
            case FROM_POLICE -> one.agencyKind().equals("POLICE") ? 1 : 0;
            case FROM_PARTNERS -> one.agencyKind().equals("POLICE") ? 0 : 1;
            case MINORITISED -> yes(one.minoritised());
            case DISABILITY -> yes(one.disability());
            case LGBT -> yes(one.lgbt());
            case MALE -> MEN.contains(one.sex().toLowerCase(Locale.UK)) ? 1 : 0;
            case AGED_16_17 -> one.isOfAYoungVictim() ? 1 : 0;
            case HARMERS_UNDER_18 -> one.youngHarmers();
        };
    }

    /// How much of a case is not known.
    int unknown(HeardCase one) {
        return switch (this) {
            case CASES, REPEATS, CHILDREN, FROM_POLICE, FROM_PARTNERS -> 0;
            case MINORITISED -> unsaid(one.minoritised());
            case DISABILITY -> unsaid(one.disability());
            case LGBT -> unsaid(one.lgbt());
            case MALE -> one.sex().isEmpty() || one.sex().equals("Not known") ? 1 : 0;
            case AGED_16_17 -> one.victimBorn() == null ? 1 : 0;
            case HARMERS_UNDER_18 -> one.harmersUnborn();
        };
    }

    private static int yes(Answer answer) {
        return answer == Answer.YES ? 1 : 0;
    }

    private static int unsaid(Answer answer) {
        return List.of(Answer.YES, Answer.NO).contains(answer) ? 0 : 1;
    }
}
