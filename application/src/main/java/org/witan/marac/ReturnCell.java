package org.witan.marac;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What the return counts of the cases that a meeting heard. What is not known is counted apart and is never "no".
/// Sources: SafeLives data return, seen November 2026 [S5][S6]; who may refer: [BG].
public enum ReturnCell {
    CASES,
    REPEATS,
    CHILDREN,
    FROM_POLICE,
    FROM_PARTNERS,
    FROM_IDVA,
    FROM_CHILDRENS_SOCIAL_CARE,
    FROM_PRIMARY_CARE,
    FROM_SECONDARY_CARE,
    FROM_MENTAL_HEALTH,
    FROM_EDUCATION,
    FROM_HOUSING,
    FROM_PROBATION,
    FROM_ADULT_SOCIAL_CARE,
    FROM_SUBSTANCE_MISUSE,
    FROM_VOLUNTARY,
    FROM_OTHER,
    MINORITISED,
    DISABILITY,
    LGBT,
    MALE,
    AGED_16_17,
    HARMERS_UNDER_18;

    private static final Set<ReturnCell> ABOUT_THE_VICTIM = Set.of(MINORITISED, DISABILITY, LGBT, MALE, AGED_16_17);

    /// Who referred, but for the police: together they are the partners.
    public boolean isPartner() {
        return name().startsWith("FROM_") && this != FROM_POLICE && this != FROM_PARTNERS;
    }

    /// Whether it says something of the victim of each case: yes, no, or not known.
    public boolean isAboutTheVictim() {
        return ABOUT_THE_VICTIM.contains(this);
    }

    /// Whether something of it may not be known.
    public boolean isSometimesUnknown() {
        return isAboutTheVictim() || this == HARMERS_UNDER_18;
    }

    /// What the first table of the return holds.
    public static List<ReturnCell> whatWasHeard() {
        return Arrays.stream(values()).filter(cell -> !cell.isPartner()).toList();
    }

    /// What the table of the partners who referred holds.
    public static List<ReturnCell> whoReferred() {
        return Arrays.stream(values()).filter(ReturnCell::isPartner).toList();
    }
}
