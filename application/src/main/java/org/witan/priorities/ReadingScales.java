package org.witan.priorities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.priorities.Problem.Section;

/// Reads tables of weights and scales as the analyst writes or pastes them, a line each.
@Component
public class ReadingScales {
    private static final int MOST_LINES = 200;
    private static final int LONGEST_WORDS = 200;
    private static final Pattern DAYS = Pattern.compile("\\d{1,5}(\\.\\d{1,2})?");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,29}");
    private final Districts districts;

    ReadingScales(Districts districts) {
        this.districts = districts;
    }

    /// What was read.
    ///
    /// @param wrong what is wrong, each with its line; the rows may be taken only when there is none
    public record Reading<T>(List<T> rows, List<Wrong> wrong) {
        public Reading {
            rows = List.copyOf(rows);
            wrong = List.copyOf(wrong);
        }
    }

    /// Something wrong.
    ///
    /// @param what the end of the key of its words
    public record Wrong(int line, String what) {}

    /// Reads weights: `offence set, days`, and `floor` behind it for the least that is counted.
    public Reading<HarmWeight> weights(String text) {
        return read(
                text,
                (cells, seen) -> {
                    if (cells.length < 2 || cells.length > 3 || (cells.length == 3 && !cells[2].equals("floor"))) {
                        return Optional.of("cells");
                    }
                    if (!districts.knowsSet(cells[0])) {
                        return Optional.of("offences");
                    }
                    if (!seen.add(cells[0])) {
                        return Optional.of("twice");
                    }
                    return DAYS.matcher(cells[1]).matches() ? Optional.empty() : Optional.of("days");
                },
                3,
                cells -> new HarmWeight(cells[0], Double.parseDouble(cells[1]), cells.length == 3));
    }

    /// Reads a scale: `CODE, SECTION, highest level, weight, words`.
    public Reading<Criterion> scale(String text) {
        Reading<Criterion> read = read(
                text,
                (cells, seen) -> {
                    if (cells.length < 5 || cells[4].isEmpty() || cells[4].length() > LONGEST_WORDS) {
                        return Optional.of("criterion");
                    }
                    if (!CODE.matcher(cells[0]).matches()) {
                        return Optional.of("code");
                    }
                    if (!seen.add(cells[0])) {
                        return Optional.of("twice");
                    }
                    if (Stream.of(Section.values())
                            .noneMatch(section -> section.name().equals(cells[1]))) {
                        return Optional.of("section");
                    }
                    boolean numbers = cells[2].matches("[1-9]|10") && cells[3].matches("\\d{1,2}|100");
                    return numbers ? Optional.empty() : Optional.of("numbers");
                },
                5,
                cells -> new Criterion(
                        0,
                        cells[0],
                        Section.valueOf(cells[1]),
                        cells[4],
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        ""));
        boolean whole = Stream.of(Section.HARM, Section.LIKELIHOOD)
                .allMatch(
                        section -> read.rows().stream().anyMatch(one -> one.section() == section && one.weight() > 0));
        return !read.wrong().isEmpty() || whole ? read : new Reading<>(List.of(), List.of(new Wrong(1, "sections")));
    }

    /// What is wrong with a line; empty when nothing is.
    private interface Check {
        Optional<String> of(String[] cells, Set<String> seen);
    }

    private interface Made<T> {
        T of(String[] cells);
    }

    private static <T> Reading<T> read(String text, Check check, int cells, Made<T> made) {
        var rows = new ArrayList<T>();
        var wrong = new ArrayList<Wrong>();
        var seen = new HashSet<String>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES + 1); i++) {
            if (!lines.get(i).isBlank()) {
                String[] of = Stream.of(lines.get(i).split(",", cells))
                        .map(String::strip)
                        .toArray(String[]::new);
                int line = i + 1;
                Optional<String> found = check.of(of, seen);
                found.ifPresentOrElse(what -> wrong.add(new Wrong(line, what)), () -> rows.add(made.of(of)));
            }
        }
        if (lines.size() > MOST_LINES) {
            wrong.add(new Wrong(MOST_LINES + 1, "many"));
        }
        if (rows.isEmpty() && wrong.isEmpty()) {
            wrong.add(new Wrong(1, "empty"));
        }
        return new Reading<>(wrong.isEmpty() ? rows : List.of(), wrong);
    }
}
