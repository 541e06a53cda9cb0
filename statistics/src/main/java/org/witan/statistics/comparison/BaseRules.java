package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.Populations.Population;

/// What a small, wrong or unripe base does to a figure.
final class BaseRules {
    static final long SMALL_BASE = 50;
    private static final int RIPE_AFTER_MONTHS = 6;

    static final Rule NO_PERCENTAGE_OF_A_SMALL_BASE = new Rule(
            "noPercentageOfASmallBase",
            "A change in per cent is not printed when fewer than 50 crimes were counted before.",
            "domain 4.5 (common floor of 50)",
            "A few crimes more or less would print as a large percentage.",
            BaseRules::smallBase);

    static final Rule SOMETHING_TO_DIVIDE_BY = new Rule(
            "somethingToDivideBy",
            "A share or a rate without a denominator is not a number.",
            "arithmetic",
            "Nothing divided by nothing is not zero.",
            BaseRules::denominator);

    static final Rule POPULATION_OF_THE_YEAR = new Rule(
            "populationOfTheYear",
            "A rate names the population it used when it is of another year.",
            "domain 4.5 (mid-year estimate of the year's middle)",
            "A population of another year shifts the rate.",
            BaseRules::population);

    static final Rule FLAG_RECORDED = new Rule(
            "flagRecorded",
            "Crimes of which the flag was not recorded are told.",
            "domain 4.2 rule 2: not asked is not no",
            "An extract without the flag would read as a share of zero.",
            BaseRules::flag);

    static final Rule ASKED_OF_EVERY_MONTH = new Rule(
            "askedOfEveryMonth",
            "What an extract never recorded cannot be filtered by, and months with and without it are not compared.",
            "domain 4.2 rule 2: not asked is not no",
            "An extract without the column would read as a count of zero.",
            BaseRules::asked);

    static final Rule OUTCOMES_NEED_TIME = new Rule(
            "outcomesNeedTime",
            "Outcome shares of a period that ended less than six months before the data end are named as unripe.",
            "domain 4.6, S132",
            "Investigations of recent crimes are still open.",
            BaseRules::outcomes);

    static final Rule WEIGHTS_FOR_ALL = new Rule(
            "weightsForAll",
            "Offences without a severity weight are named.",
            "ONS Crime Severity Score",
            "An offence without a weight counts as no harm.",
            BaseRules::weights);

    private BaseRules() {}

    private static List<Finding> smallBase(Compared compared) {
        long base = compared.total().then().n();
        if (base >= SMALL_BASE
                || compared.heldThen().isEmpty()
                || compared.subject().askedOfRecords().stream().anyMatch(compared.heldThen()::isWithout)) {
            return List.of();
        }
        return List.of(new Finding.ChangeWithheld(
                "small-base",
                (compared.isPublic() ? "Fewer than " + SMALL_BASE : "Only " + compared.printed(base))
                        + " crimes were counted in "
                        + compared.then().label() + ", too few for a change in per cent."));
    }

    private static List<Finding> denominator(Compared compared) {
        var measure = compared.subject().question().measure();
        if (measure.isShare()
                && compared.total().now().n() == 0
                && !compared.heldNow().isEmpty()) {
            return List.of(new Finding.ValueRefused(
                    "no-denominator", "There were no crimes to take a share of.", SOMETHING_TO_DIVIDE_BY.source()));
        }
        if (measure instanceof Measure.Rate && compared.residentsNow() == null) {
            return List.of(new Finding.ValueRefused(
                    "no-population",
                    "No population is known for "
                            + compared.subject().place().area().name() + ".",
                    SOMETHING_TO_DIVIDE_BY.source()));
        }
        return List.of();
    }

    private static List<Finding> population(Compared compared) {
        var text = other(compared.residentsThen(), compared.then())
                + other(compared.residentsNow(), compared.now())
                + otherSource(compared);
        var now = compared.residentsNow();
        if (text.isEmpty() || now == null) {
            return List.of();
        }
        return List.of(new Finding.Caution("population-year", text.strip(), now.source()));
    }

    private static String otherSource(Compared compared) {
        var now = compared.residentsNow();
        var then = compared.residentsThen();
        return now == null || then == null || now.source().equals(then.source())
                ? ""
                : " The populations of the two periods come from different sources: the rate moves by that alone.";
    }

    private static String other(@Nullable Population population, Period period) {
        return population == null || population.year() == period.middleYear()
                ? ""
                : " The rate of " + period.label() + " uses the population of " + population.year() + ".";
    }

    private static List<Finding> flag(Compared compared) {
        if (!(compared.subject().question().measure() instanceof Measure.ShareWithFlag share)) {
            return List.of();
        }
        var flag = share.flag();
        long now = compared.notRecorded().now().n();
        long then = compared.notRecorded().then().n();
        if (now > 0 && now == compared.total().now().n()) {
            return List.of(new Finding.ValueRefused(
                    "flag-not-recorded",
                    "The " + flag.replace('_', ' ') + " flag was not recorded in "
                            + compared.now().label() + ".",
                    FLAG_RECORDED.source()));
        }
        if (then > 0 && then == compared.total().then().n()) {
            return List.of(new Finding.ComparisonRefused(
                    "flag-not-recorded",
                    "The " + flag.replace('_', ' ') + " flag was not recorded in "
                            + compared.then().label() + ".",
                    FLAG_RECORDED.source()));
        }
        return now + then == 0
                ? List.of()
                : List.of(new Finding.Caution(
                        "flag-not-recorded",
                        "Crimes of which the " + flag.replace('_', ' ') + " flag was not recorded: "
                                + compared.printed(now) + " in "
                                + compared.now().label() + ", "
                                + compared.printed(then) + " in "
                                + compared.then().label()
                                + ". They count as not flagged.",
                        null));
    }

    private static List<Finding> asked(Compared compared) {
        return compared.subject().askedOfRecords().stream()
                .sorted()
                .flatMap(column -> asked(column, compared).stream())
                .toList();
    }

    private static List<Finding> asked(String column, Compared compared) {
        var now = compared.heldNow();
        var then = compared.heldThen();
        var without = "No crime says its " + column.replace('_', ' ') + " in ";
        var findings = new ArrayList<Finding>();
        if (now.isWithout(column)) {
            findings.add(new Finding.ValueRefused(
                    "not-recorded", without + now.period().label() + ".", ASKED_OF_EVERY_MONTH.source()));
        } else if (!now.placesWithout(column).isEmpty()) {
            findings.add(new Finding.Caution(
                    "not-recorded",
                    without + "some months of " + now.period().label() + ", so the figure is too low.",
                    ASKED_OF_EVERY_MONTH.source()));
        }
        if (!now.placesWithout(column).equals(then.placesWithout(column))) {
            findings.add(new Finding.ComparisonRefused(
                    "not-recorded",
                    "The " + column.replace('_', ' ') + " is not recorded in the same months of "
                            + now.period().label() + " and " + then.period().label() + ".",
                    ASKED_OF_EVERY_MONTH.source()));
        }
        return findings;
    }

    private static List<Finding> outcomes(Compared compared) {
        var last = compared.lastDayHeld();
        if (!(compared.subject().question().measure() instanceof Measure.OutcomeShare)
                || last == null
                || !compared.now()
                        .to()
                        .plusDays(1)
                        .plusMonths(RIPE_AFTER_MONTHS)
                        .isAfter(last.plusDays(1))) {
            return List.of();
        }
        return List.of(new Finding.Caution(
                "outcomes-recent",
                "The period ends less than six months before the data do (" + last
                        + "): many of its crimes have no outcome yet.",
                OUTCOMES_NEED_TIME.source()));
    }

    private static List<Finding> weights(Compared compared) {
        return compared.withoutWeight().isEmpty()
                ? List.of()
                : List.of(new Finding.Caution(
                        "no-severity-weight",
                        "Counted as no harm, because no severity weight is known: "
                                + Words.list(compared.withoutWeight()) + ".",
                        WEIGHTS_FOR_ALL.source()));
    }
}
