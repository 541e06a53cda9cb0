package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Table;

/// Which table answers: police records before the Home Office's counts before street files, always one
/// table for both
/// periods.
final class TableChoice {
    private TableChoice() {}

    /// @throws BadInput when no table can answer, with what is loaded and what would be needed
    static Table choose(Subject subject, Coverage coverage) {
        var asked = subject.question().table();
        if (asked != null) {
            var objection = objection(subject, asked);
            if (objection != null) {
                throw new BadInput(objection);
            }
            return asked;
        }
        var objections = new ArrayList<String>();
        for (var table : List.of(Table.CRIME, Table.COUNTED, Table.STREET)) {
            if (holdsAny(subject, coverage, table)) {
                var objection = objection(subject, table);
                if (objection == null) {
                    return table;
                }
                objections.add(objection);
            }
        }
        throw new BadInput(objections.isEmpty() ? nothingLoaded(subject, coverage) : String.join("; ", objections));
    }

    static boolean holdsAny(Subject subject, Coverage coverage, Table table) {
        var bodies = bodies(subject, coverage, table);
        return !Holding.of(coverage, table, subject.now(), bodies).isEmpty()
                || !Holding.of(coverage, table, subject.then(), bodies).isEmpty();
    }

    /// The bodies whose delivery decides what is missing. A breakdown of counts by area is read from
    /// partnerships.
    static Set<String> bodies(Subject subject, Coverage coverage, Table table) {
        if (!isByPartnership(subject, table)) {
            return subject.place().bodies(table);
        }
        return subject.place().partnershipsInside();
    }

    /// Counts of a force by area are read from the table by partnership.
    static boolean isByPartnership(Subject subject, Table table) {
        return table == Table.COUNTED
                && subject.question().by() == Question.By.AREA
                && subject.place().area().kind() == AreaKind.FORCE;
    }

    private static @Nullable String objection(Subject subject, Table table) {
        return switch (table) {
            case CRIME -> streetOnly(subject);
            case COUNTED -> objectionToCounted(subject);
            case STREET -> objectionToStreet(subject);
        };
    }

    private static @Nullable String streetOnly(Subject subject) {
        for (var set : sets(subject)) {
            if (set.codes().isEmpty() && !set.streetCategories().isEmpty()) {
                return "The set " + set.name() + " is known to street files only";
            }
        }
        return null;
    }

    private static @Nullable String objectionToCounted(Subject subject) {
        if (!subject.needsRecords().isEmpty()) {
            return "The Home Office table has no " + Words.list(spoken(subject.needsRecords()))
                    + ": this needs a police extract";
        }
        if (subject.place().condition(Table.COUNTED).isEmpty()) {
            return "The Home Office table has no figures for "
                    + subject.place().area().name() + ": it counts by force and partnership";
        }
        if (!subject.now().isWholeQuarters() || !subject.then().isWholeQuarters()) {
            return "The Home Office table counts by quarter: ask for whole quarters, for example 2021-22 or 2021-22-Q1";
        }
        if (subject.question().by() == Question.By.MONTH) {
            return "The Home Office table counts by quarter: ask for it by quarter";
        }
        return streetOnly(subject);
    }

    private static @Nullable String objectionToStreet(Subject subject) {
        if (!subject.needsRecords().isEmpty()) {
            return "Street files have no " + Words.list(spoken(subject.needsRecords()))
                    + ": this needs a police extract";
        }
        if (subject.question().measure() instanceof Measure.Harm) {
            return "Street files have categories, not offences, so harm cannot be weighted";
        }
        for (var set : sets(subject)) {
            if (set.streetCategories().isEmpty()) {
                return "Street files cannot tell the set " + set.name()
                        + " apart: this needs a police extract or the Home Office table";
            }
        }
        return null;
    }

    private static List<OffenceSet> sets(Subject subject) {
        var whole = subject.whole();
        return whole == null ? List.of(subject.set()) : List.of(subject.set(), whole);
    }

    private static List<String> spoken(Set<String> columns) {
        return columns.stream()
                .sorted()
                .map(column -> (Filters.FLAGS.contains(column) ? column + " flag" : column).replace('_', ' '))
                .toList();
    }

    private static String nothingLoaded(Subject subject, Coverage coverage) {
        var held = new HashSet<String>();
        var tables = new ArrayList<String>();
        for (var table : Table.values()) {
            var spans = coverage.spans().stream()
                    .filter(span -> span.table() == table)
                    .map(Coverage.Span::from)
                    .sorted()
                    .toList();
            if (!spans.isEmpty() && held.add(table.name())) {
                tables.add(name(table) + " from " + spans.getFirst() + " to " + spans.getLast());
            }
        }
        return "Nothing is loaded for " + subject.place().area().name() + " in "
                + subject.now().label() + " or "
                + subject.then().label() + "; loaded: "
                + (tables.isEmpty() ? "nothing" : String.join(", ", tables));
    }

    static String name(Table table) {
        return switch (table) {
            case CRIME -> "police extracts";
            case STREET -> "street files";
            case COUNTED -> "Home Office table";
        };
    }
}
