package org.witan.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The table of security requirements as `docs/asvs.md` holds it, and what is wrong with it.
record SecurityTable(List<Row> rows, List<Count> counts) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V\\d+\\.\\d+\\.\\d+) \\|(.*)\\|$");
    private static final Pattern COUNT = Pattern.compile("(?m)^\\| level (\\d) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+\\.md)[^)]*\\)");
    private static final int CELLS = 4;

    /// A requirement.
    ///
    /// @param state one of [State], as it is written
    /// @param where which code and test meet it, why it does not apply, or what is missing
    record Row(String id, String level, String topic, String state, String where) {

        List<String> names() {
            return all(NAME, where);
        }

        boolean namesADocument() {
            return !all(LINK, where).isEmpty();
        }
    }

    /// How many rows of a level are in each state, as the document says.
    record Count(String level, long met, long notApplicable, long open) {}

    /// What can be said of a requirement.
    enum State {
        MET("met"),
        NOT_APPLICABLE("not applicable"),
        OPEN("open");

        private final String words;

        State(String words) {
            this.words = words;
        }

        static Optional<State> of(Row row) {
            return Arrays.stream(values())
                    .filter(state -> state.words.equals(row.state()))
                    .findFirst();
        }
    }

    static SecurityTable of(String document) {
        var rows = ROW.matcher(document).results().map(SecurityTable::row).toList();
        var counts = COUNT.matcher(document)
                .results()
                .map(found -> new Count(
                        found.group(1),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3)),
                        Long.parseLong(found.group(4))))
                .toList();
        return new SecurityTable(rows, counts);
    }

    private static Row row(MatchResult found) {
        List<String> cells =
                Stream.of(found.group(2).split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != CELLS) {
            throw new IllegalArgumentException(found.group(1) + " has " + (cells.size() + 1) + " cells, not 5");
        }
        return new Row(found.group(1), cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    /// All that is wrong with it.
    ///
    /// @param levels the requirements that must be there, with their levels
    List<String> faults(Map<String, String> levels, Names known) {
        var faults = new ArrayList<String>();
        for (String id : levels.keySet()) {
            long times = rows.stream().filter(row -> row.id().equals(id)).count();
            if (times != 1) {
                faults.add(id + " is there " + times + " times");
            }
        }
        for (Row row : rows) {
            faultsOf(row, levels, known).map(fault -> row.id() + " " + fault).forEach(faults::add);
        }
        for (String level : List.of("1", "2")) {
            if (!counts.contains(counted(level))) {
                faults.add("level " + level + " is counted wrongly: " + counted(level));
            }
        }
        return List.copyOf(faults);
    }

    private static Stream<String> faultsOf(Row row, Map<String, String> levels, Names known) {
        var faults = new ArrayList<String>();
        if (!row.level().equals(levels.get(row.id()))) {
            faults.add("is not of level " + row.level());
        }
        if (row.topic().isEmpty() || row.where().length() < 5) {
            faults.add("says too little");
        }
        var state = State.of(row);
        if (state.isEmpty()) {
            faults.add("is neither met, nor not applicable, nor open");
        }
        row.names().stream()
                .filter(name -> !known.exists(name))
                .map(name -> "names what does not exist: " + name)
                .forEach(faults::add);
        if (state.filter(State.MET::equals).isPresent() && !isHeld(row)) {
            faults.add("is met by nothing: name the code, and the test or the document that holds it");
        }
        return faults.stream();
    }

    /// By code and a test, or by code and a document, or by a document alone where documentation is what is asked for.
    private static boolean isHeld(Row row) {
        boolean test = row.names().stream().anyMatch(Names::isTest);
        boolean code = row.names().stream().anyMatch(name -> !Names.isTest(name));
        return (test && code) || (row.namesADocument() && !row.names().isEmpty());
    }

    Count counted(String level) {
        return new Count(level, count(level, State.MET), count(level, State.NOT_APPLICABLE), count(level, State.OPEN));
    }

    private long count(String level, State state) {
        return rows.stream()
                .filter(row -> row.level().equals(level))
                .filter(row -> State.of(row).filter(state::equals).isPresent())
                .count();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
