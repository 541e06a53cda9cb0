package org.witan.statistics.comparison;

import java.util.List;
import java.util.function.Function;

/// A rule of comparison: a name that stays, one sentence, where it comes from and why.
///
/// @param judge what the rule finds; nothing when the comparison is sound
record Rule(String name, String sentence, String source, String reason, Function<Compared, List<Finding>> judge) {

    /// Every rule, in the order in which their findings are told.
    static final List<Rule> ALL = List.of(
            BreakRules.NOT_ACROSS_A_BREAK,
            CoverageRules.SAME_MONTHS_IN_BOTH_PERIODS,
            CoverageRules.WHOLE_MONTHS,
            CoverageRules.PLACED_CRIMES_ONLY,
            CoverageRules.SAME_DRAWING_OF_AREAS,
            BaseRules.NO_PERCENTAGE_OF_A_SMALL_BASE,
            BaseRules.SOMETHING_TO_DIVIDE_BY,
            BaseRules.POPULATION_OF_THE_YEAR,
            BaseRules.FLAG_RECORDED,
            BaseRules.ASKED_OF_EVERY_MONTH,
            BaseRules.OUTCOMES_NEED_TIME,
            BaseRules.WEIGHTS_FOR_ALL,
            CaveatRules.INVENTED_DATA_IS_NAMED,
            CaveatRules.DEFINITION_CONFIRMED,
            CaveatRules.RECORDED_CRIME_IS_NOT_PREVALENCE,
            CaveatRules.MONTHS_OF_UNEQUAL_LENGTH);

    static List<Finding> findings(Compared compared) {
        return ALL.stream()
                .flatMap(rule -> rule.judge().apply(compared).stream())
                .toList();
    }
}
