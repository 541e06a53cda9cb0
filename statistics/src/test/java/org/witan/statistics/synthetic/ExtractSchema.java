package org.witan.statistics.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of `docs/extract-schema.md` for one row, written down a second time so that a test can hold the
/// generator and the document against them.
final class ExtractSchema {
    private static final Set<String> FLAG = Set.of("yes", "no", "unknown", "");

    private static final Map<String, Set<String>> LISTS = Map.of(
            "victim_sex", Set.of("female", "male", "other", "unknown", ""),
            "relationship",
                    Set.of(
                            "partner",
                            "ex-partner",
                            "parent",
                            "child",
                            "sibling",
                            "other-family",
                            "acquaintance",
                            "stranger",
                            "unknown",
                            ""),
            "place",
                    Set.of(
                            "home",
                            "public-space",
                            "education",
                            "transport",
                            "workplace",
                            "licensed-premises",
                            "healthcare",
                            "custody",
                            "online",
                            "other",
                            "unknown",
                            ""),
            "record_status", Set.of("live", "cancelled", ""));

    private ExtractSchema() {}

    /// What is wrong with the row; empty when nothing is.
    static List<String> faults(ExtractRow row) {
        var faults = new ArrayList<String>();
        for (var required : List.of("crime_reference", "offence_code", "recorded_on", "force")) {
            expect(faults, !row.the(required).isBlank(), required);
        }
        for (var flag : List.of(
                "domestic",
                "honour_based",
                "child_sexual_abuse",
                "child_sexual_exploitation",
                "hate",
                "online",
                "alcohol",
                "knife",
                "firearm",
                "repeat_victim")) {
            expect(faults, FLAG.contains(row.the(flag)), flag);
        }
        LISTS.forEach((column, allowed) -> expect(faults, allowed.contains(row.the(column)), column));
        expect(faults, row.the("offence_code").matches("[0-9]{1,3}(\\.[0-9]{1,2})?[A-Z]?"), "offence_code");
        expect(faults, row.the("area_code").matches("|E0[1257][0-9]{6}|E06[0-9]{6}"), "area_code");
        expect(faults, row.the("outcome_code").matches("|0|[123]A|[1-9]|1[0-9]|2[0-2]"), "outcome_code");
        expect(faults, row.the("victim_age").matches("|[0-9]{1,2}|1[01][0-9]|120"), "victim_age");
        dates(faults, row);
        return faults;
    }

    private static void dates(List<String> faults, ExtractRow row) {
        var recorded = row.day("recorded_on");
        var from = row.the("committed_from");
        var to = row.the("committed_to");
        var outcome = row.the("outcome_on");
        expect(faults, from.isEmpty() || !LocalDate.parse(from).isAfter(recorded), "committed_from");
        expect(faults, to.isEmpty() || !LocalDate.parse(to).isAfter(recorded), "committed_to");
        expect(faults, from.isEmpty() || to.isEmpty() || from.compareTo(to) <= 0, "committed_to before committed_from");
        expect(faults, outcome.isEmpty() || !LocalDate.parse(outcome).isBefore(recorded), "outcome_on");
        expect(faults, outcome.isEmpty() || outcome.compareTo("2024-09-30") <= 0, "outcome_on after the extract");
        boolean decided = !row.the("outcome_code").matches("|0");
        expect(faults, outcome.isEmpty() != decided, "outcome_on without outcome_code or the other way");
    }

    private static void expect(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
