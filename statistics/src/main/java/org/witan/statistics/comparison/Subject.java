package org.witan.statistics.comparison;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.OutcomeType;

/// A question with its names looked up.
///
/// @param whole the set that a share is a share of; null for other measures
/// @param filters those of the question together with the set's own condition (of the whole, for a share of
/// a set)
/// @param partFilters what further makes the numerator of a share
/// @param outcomes the codes of an outcome share's group; empty for other measures
record Subject(
        Question question,
        OffenceSet set,
        @Nullable OffenceSet whole,
        Map<String, String> filters,
        Map<String, String> partFilters,
        Set<String> outcomes,
        Place place,
        Period now,
        Period then) {

    static Subject of(Question question, Definitions definitions, Function<String, Place> places) {
        return of(
                question,
                definitions.sets().the(question.offences()),
                question.measure() instanceof Measure.ShareOfSet share
                        ? definitions.sets().the(share.set())
                        : null,
                outcomes(question.measure(), definitions),
                places.apply(question.area()));
    }

    static Subject of(
            Question question, OffenceSet set, @Nullable OffenceSet whole, Set<String> outcomes, Place place) {
        var filters = merged(Filters.checked(question.filters()), whole == null ? set : whole);
        var partFilters = whole == null ? Map.<String, String>of() : without(filters, merged(filters, set));
        var then = question.with() == null ? question.period().yearsBefore(1) : question.with();
        checkPeriods(question.period(), then);
        return new Subject(question, set, whole, filters, partFilters, outcomes, place, question.period(), then);
    }

    /// The flags that decide which crimes are counted.
    Set<String> flags() {
        var flags = new HashSet<String>();
        flags.addAll(filters.keySet());
        flags.addAll(partFilters.keySet());
        if (question.measure() instanceof Measure.ShareWithFlag share) {
            flags.add(share.flag());
        }
        return flags;
    }

    /// What only a record-level extract can tell, in the reader's words; empty when totals are enough.
    Set<String> needsRecords() {
        var needs = new TreeSet<>(flags());
        if (question.measure() instanceof Measure.OutcomeShare) {
            needs.add("outcome");
        }
        if (question.by() == Question.By.SEX) {
            needs.add("victim_sex");
        }
        return needs;
    }

    /// Female or male residents only when the question itself asks for victims of that sex.
    String residents() {
        var sex = Filters.checked(question.filters()).getOrDefault("victim_sex", "all");
        return sex.equals("female") || sex.equals("male") ? sex : "all";
    }

    private static Map<String, String> merged(Map<String, String> filters, OffenceSet set) {
        var all = new LinkedHashMap<>(filters);
        Filters.checked(set.condition())
                .forEach((name, value) -> all.merge(name, value, (asked, own) -> {
                    if (!asked.equals(own)) {
                        throw new BadInput("The set " + set.name() + " holds only crimes with " + name + "=" + own
                                + ", so it cannot be asked with " + name + "=" + asked);
                    }
                    return own;
                }));
        return all;
    }

    private static Map<String, String> without(Map<String, String> taken, Map<String, String> all) {
        var rest = new LinkedHashMap<>(all);
        rest.keySet().removeAll(taken.keySet());
        return rest;
    }

    private static Set<String> outcomes(Measure measure, Definitions definitions) {
        if (!(measure instanceof Measure.OutcomeShare share)) {
            return Set.of();
        }
        var group = share.group();
        var codes = new TreeSet<String>();
        var groups = new TreeSet<String>();
        for (OutcomeType type : definitions.outcomes()) {
            groups.add(type.group());
            if (type.group().equals(group) && !type.code().equals("0")) {
                codes.add(type.code());
            }
        }
        if (codes.isEmpty()) {
            throw new BadInput("There is no outcome group \"" + Words.shortened(group) + "\"; the groups are "
                    + String.join(", ", groups));
        }
        return codes;
    }

    private static void checkPeriods(Period now, Period then) {
        if (!then.first().isBefore(now.first())) {
            throw new BadInput("The period to compare with (" + then.label() + ") must be earlier than " + now.label());
        }
        if (now.overlaps(then)) {
            throw new BadInput("The two periods share months: " + now.label() + " and " + then.label());
        }
        if (now.months().size() != then.months().size()) {
            throw new BadInput("The two periods differ in length: "
                    + now.months().size() + " and " + then.months().size() + " months");
        }
    }
}
