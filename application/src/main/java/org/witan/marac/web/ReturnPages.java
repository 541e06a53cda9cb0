package org.witan.marac.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.ComparedReturn;
import org.witan.marac.DataReturn;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.DataReturn.Counts;
import org.witan.marac.RepeatDefinition;
import org.witan.marac.ReturnCell;
import org.witan.marac.web.ReturnMeasures.Measure;
import org.witan.marac.web.ReturnMeasures.Numbers;
import org.witan.marac.web.ReturnPeriods.Choice;
import org.witan.marac.web.ReturnPeriods.Period;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the page of the return: each number leads to its cases.
@Component
class ReturnPages {
    /// A year of a board that meets every week.
    private static final int ON_A_PAGE = 52;

    private final ReturnPeriods periods;
    private final ReturnMeasures measures;
    private final Wording words;

    ReturnPages(ReturnPeriods periods, ReturnMeasures measures, Wording words) {
        this.periods = periods;
        this.measures = measures;
        this.words = words;
    }

    ReturnPage page(ComparedReturn found, int wanted) {
        DataReturn counted = found.counted();
        int pages = Math.max(1, (counted.rows().size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.min(wanted, pages);
        List<DataReturn.Row> meetings = counted.rows().stream()
                .skip((long) (number - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .toList();
        return new ReturnPage(
                Days.typed(counted.from()),
                Days.typed(counted.until()),
                periods.choices(new Period(counted.from(), counted.until())),
                counted.rows().isEmpty() ? List.of() : measures.of(found, known(counted.all()), false),
                repeats(found.repeats()),
                counted.rows().isEmpty()
                        ? List.of()
                        : Stream.of(ReturnCell.whatWasHeard(), ReturnCell.whoReferred())
                                .flatMap(cells -> Stream.of(sums(counted, cells), meetings(meetings, cells)))
                                .toList(),
                periods.isOfFile(new Period(counted.from(), counted.until())),
                pages == 1 ? "" : words.the("marac.return.page", counted.rows().size(), number, pages),
                number > 1 ? number - 1 : null,
                number < pages ? number + 1 : null);
    }

    /// By what the repeats were decided; empty without one.
    private String repeats(Map<RepeatDefinition, Integer> repeats) {
        return repeats.isEmpty()
                ? ""
                : words.the(
                        "marac.return.repeats",
                        Arrays.stream(RepeatDefinition.values())
                                .filter(repeats::containsKey)
                                .map(one -> words.the("marac.return.repeats." + one, repeats.getOrDefault(one, 0)))
                                .collect(Collectors.joining(", ")));
    }

    private Table sums(DataReturn counted, List<ReturnCell> cells) {
        Stream<Line> quarters = counted.quarters().stream()
                .map(one -> line(
                        words(one),
                        cells,
                        one.counts(),
                        cell -> "/returns/cases?cell=" + cell + "&from="
                                + later(one.quarter().first(), counted.from()) + "&until="
                                + earlier(one.quarter().last(), counted.until())));
        Line all = line(
                words.the("marac.return.all"),
                cells,
                counted.all(),
                cell -> "/returns/cases?cell=" + cell + "&from=" + counted.from() + "&until=" + counted.until());
        return table("sums", cells, Stream.concat(Stream.of(all), quarters).toList());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Table meetings(List<DataReturn.Row> rows, List<ReturnCell> cells) {
        return table(
                "meetings",
                cells,
                rows.stream()
                        .map(row -> line(
                                words.the("marac.return.meeting", row.board(), Days.words(row.day())),
                                cells,
                                row.counts(),
                                cell -> "/returns/" + row.meeting() + "/" + cell))
                        .toList());
    }

    /// A quarter in words.
    String words(DataReturn.QuarterOf one) {
        return words.the(
                "marac.return.quarter",
                words.the("marac.return.quarter." + one.quarter().number()),
                String.valueOf(one.quarter().year()));
    }

    private Table table(String rows, List<ReturnCell> cells, List<Line> lines) {
        String what = cells.contains(ReturnCell.CASES) ? "heard" : "referred";
        return new Table(
                words.the("marac.return.table." + what + "." + rows),
                cells.stream().map(this::label).toList(),
                lines);
    }

    private Line line(String title, List<ReturnCell> cells, Counts counts, Function<ReturnCell, String> path) {
        return new Line(
                title,
                cells.stream()
                        .map(cell -> cell(cell, counts.of(cell), path.apply(cell)))
                        .toList());
    }

    private Cell cell(ReturnCell cell, Count count, String path) {
        return new Cell(
                label(cell),
                count.number(),
                count.unknown() == 0 ? "" : words.the("marac.return.unknown", count.unknown()),
                path);
    }

    private String label(ReturnCell cell) {
        return words.the("marac.return." + cell);
    }

    private static Numbers known(Counts counts) {
        return new Numbers() {
            @Override
            public OptionalInt number(ReturnCell cell) {
                return OptionalInt.of(counts.number(cell));
            }

            @Override
            public OptionalInt unknown(ReturnCell cell) {
                return OptionalInt.of(counts.of(cell).unknown());
            }
        };
    }

    /// The page.
    ///
    /// @param repeats by what the repeats were decided; empty without one
    /// @param leaves whether a file is made of these days
    /// @param page which page of the meetings this is, in words; empty when there is one
    record ReturnPage(
            String from,
            String until,
            List<Choice> periods,
            List<Measure> measures,
            String repeats,
            List<Table> tables,
            boolean leaves,
            String page,
            @Nullable Integer before,
            @Nullable Integer after) {}

    record Table(String title, List<String> columns, List<Line> lines) {}

    record Line(String words, List<Cell> cells) {}

    /// A number that leads to its cases.
    ///
    /// @param unknown how much is not known, in words; empty when nothing
    record Cell(String label, int number, String unknown, String path) {}
}
