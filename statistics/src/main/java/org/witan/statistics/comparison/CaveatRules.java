package org.witan.statistics.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.witan.statistics.reference.OffenceSet;

/// What a reader must be told whatever the numbers are.
final class CaveatRules {
    static final Rule INVENTED_DATA_IS_NAMED = new Rule(
            "inventedDataIsNamed",
            "A figure from synthetic rows says so.",
            "house rule: only invented people",
            "An invented figure must never be quoted as a real one.",
            compared -> compared.synthetic()
                    ? caution("synthetic", "These crimes are invented: the figure says nothing about the real world.")
                    : List.of());

    static final Rule DEFINITION_CONFIRMED = new Rule(
            "definitionConfirmed",
            "A set of offences that nobody has published or confirmed says so.",
            "domain 0.1, 4.2",
            "Local categories mean what each force makes of them.",
            CaveatRules::definition);

    static final Rule RECORDED_CRIME_IS_NOT_PREVALENCE = new Rule(
            "recordedCrimeIsNotPrevalence",
            "Every figure on violence against women and girls says that recorded crime does not measure prevalence.",
            "domain 4.1, S111, S126",
            "Most such violence is never reported.",
            CaveatRules::prevalence);

    static final Rule MONTHS_OF_UNEQUAL_LENGTH = new Rule(
            "monthsOfUnequalLength",
            "Single months of different length are named.",
            "the calendar",
            "A day more is three per cent more crime.",
            CaveatRules::lengths);

    private CaveatRules() {}

    private static List<Finding> definition(Compared compared) {
        var set = compared.subject().set();
        var whole = compared.subject().whole();
        var open = Stream.of(set, whole == null ? set : whole)
                .distinct()
                .filter(each -> !each.status().equals("published"))
                .map(each -> each.name() + " (" + each.status() + ")")
                .toList();
        return open.isEmpty()
                ? List.of()
                : caution("unconfirmed-definition", "Not an agreed definition: " + Words.list(open) + ".");
    }

    private static List<Finding> prevalence(Compared compared) {
        return isAboutWomen(compared.subject().set())
                ? caution(
                        "prevalence",
                        "Recorded crime does not measure how common this violence is: most of it is never reported.")
                : List.of();
    }

    private static boolean isAboutWomen(OffenceSet set) {
        var words = (set.name() + " " + set.title()).toLowerCase(Locale.UK);
        return words.contains("vawg")
                || words.contains("women and girls")
                || "female".equals(set.condition().get("victim_sex"));
    }

    private static List<Finding> lengths(Compared compared) {
        int now = compared.now().days();
        int then = compared.then().days();
        return compared.now().kind() == Period.Kind.MONTH && now != then
                ? caution(
                        "period-length",
                        compared.now().label() + " has " + now + " days, "
                                + compared.then().label() + " " + then + ".")
                : List.of();
    }

    private static List<Finding> caution(String code, String text) {
        return List.of(new Finding.Caution(code, text, null));
    }
}
