package org.witan.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.cluster.Verdict;
import org.witan.linkage.scoring.Waterfall;

/// Rules of this field that keep the engine from linking: whoever links two people who live together, or finds for a
/// perpetrator the victim who hides, does harm that no number shows.
///
/// Each turns a link into a review with its reason, never a review into a link.
final class Guards {
    /// What two ways to write one name are called, for a child.
    private static final Set<String> SAME_NAME = Set.of("is the same", "stands in the place of the other name");

    /// And for somebody who is grown up.
    private static final Set<String> SAME_NAME_OF_ADULT = Set.of(
            "is the same",
            "stands in the place of the other name",
            "is a short form",
            "is only an initial of the other",
            "is nearly the same");

    /// What the model calls two numbers whose check digits both hold.
    private static final String ANOTHER_VALID = "is another valid number";

    private static final int GROWN = 18;

    private Guards() {}

    /// What is looked at.
    ///
    /// @param byOtherName whether they are alike only by a name that one of them gives besides its first
    /// @param ours the face of the new record that fits best, as it is compared
    /// @param theirs the face of the other record
    record Pair(
            GivenPerson person,
            EngineTables.Whole other,
            Verdict verdict,
            Waterfall waterfall,
            boolean byOtherName,
            Map<String, String> ours,
            Map<String, String> theirs,
            LocalDate today) {

        static Pair of(
                GivenPerson person,
                Likeness likeness,
                Likeness.Found found,
                EngineTables.Whole other,
                LocalDate today) {
            return new Pair(
                    person,
                    other,
                    found.match().verdict(),
                    found.match().waterfall(),
                    found.byOtherName(),
                    likeness.written(found.ours()),
                    likeness.written(found.theirs()),
                    today);
        }
    }

    /// The guard that holds the two back, and null when they may be linked.
    static @Nullable Guard of(Pair pair) {
        if (pair.person().isProtected() || pair.other().isProtected()) {
            return Guard.PROTECTED;
        }
        if (pair.other().isClosed()) {
            return Guard.CLOSED;
        }
        if (rolesDiffer(pair.person().standing(), pair.other().standings())) {
            return Guard.ROLES;
        }
        Guard household = household(pair);
        if (household != null) {
            return household;
        }
        if (pair.byOtherName()) {
            return Guard.NAMES;
        }
        Guard number = ofNumbers(pair);
        if (number != null) {
            return number;
        }
        if (familyNamesDiffer(pair)) {
            return Guard.FAMILY_NAME;
        }
        return pair.verdict().decision() == Verdict.Decision.LINK ? null : Guard.UNSURE;
    }

    /// The guard of what their numbers say, and null when these hold nothing back. Whoever tells of one person is asked
    /// this of each record of that person.
    static @Nullable Guard ofNumbers(Pair pair) {
        if (isAnotherNumber(pair)) {
            return Guard.OTHER_NUMBER;
        }
        return isNumberOfBoth(pair) && !isOtherwiseOne(pair) ? Guard.NUMBER : null;
    }

    /// Whether their numbers speak for one person, also where a digit or two differ.
    private static boolean isNumberOfBoth(Pair pair) {
        return pair.waterfall().steps().stream()
                .anyMatch(step -> step.comparison().equals(Faces.NHS_NUMBER) && step.given() && step.bits() > 0);
    }

    /// A number is copied from a mother to her child, and from one form to the next: it counts for a person only beside
    /// a first name, and against no birthday.
    private static boolean isOtherwiseOne(Pair pair) {
        return isNamedByBoth(pair)
                && pair.waterfall().steps().stream()
                        .filter(step -> step.comparison().equals(Faces.DATE_OF_BIRTH))
                        .allMatch(step -> !step.given() || step.same());
    }

    /// A perpetrator is linked with perpetrators only.
    private static boolean rolesDiffer(Standing one, Set<Standing> others) {
        return one == Standing.PERPETRATOR
                ? !others.equals(Set.of(Standing.PERPETRATOR))
                : others.contains(Standing.PERPETRATOR);
    }

    private static @Nullable Guard household(Pair pair) {
        boolean heldBack = !pair.verdict().reason().isEmpty();
        boolean family = same(pair, Faces.FAMILY_NAME);
        if (family && same(pair, Faces.DATE_OF_BIRTH) && (heldBack || !namesAgree(pair))) {
            return Guard.TWINS;
        }
        if (family && (heldBack || !namesAgree(pair)) && (same(pair, Faces.POSTCODE) || same(pair, Faces.STREET))) {
            return Guard.SIBLINGS;
        }
        return heldBack ? Guard.HOUSEHOLD : null;
    }

    private static boolean isNamedByBoth(Pair pair) {
        return namesAgree(pair)
                && pair.waterfall().steps().stream()
                        .anyMatch(step -> step.comparison().equals(Faces.GIVEN_NAME) && step.given());
    }

    /// Parents give twins names that are nearly the same, or two forms of one name, so for children that is not enough.
    private static boolean namesAgree(Pair pair) {
        Set<String> same = isChild(pair) ? SAME_NAME : SAME_NAME_OF_ADULT;
        return pair.waterfall().steps().stream()
                .filter(step -> step.comparison().equals(Faces.GIVEN_NAME))
                .allMatch(step -> !step.given() || same.contains(step.says()));
    }

    /// People marry and move; but a common first name, one birthday and one name of a street are two people often
    /// enough.
    private static boolean familyNamesDiffer(Pair pair) {
        return differs(pair, Faces.FAMILY_NAME);
    }

    private static boolean isAnotherNumber(Pair pair) {
        return pair.waterfall().steps().stream()
                .anyMatch(step -> step.comparison().equals(Faces.NHS_NUMBER)
                        && step.says().equals(ANOTHER_VALID));
    }

    private static boolean differs(Pair pair, String field) {
        return pair.waterfall().steps().stream()
                .anyMatch(step -> step.comparison().equals(field) && step.given() && step.differs());
    }

    private static boolean isChild(Pair pair) {
        if (pair.person().standing() == Standing.CHILD
                || pair.other().standings().contains(Standing.CHILD)) {
            return true;
        }
        LocalDate born = Days.understood(pair.person().dateOfBirth());
        return born != null && born.isAfter(pair.today().minusYears(GROWN));
    }

    private static boolean same(Pair pair, String field) {
        String value = pair.ours().get(field);
        return value != null && value.equals(pair.theirs().get(field));
    }
}
