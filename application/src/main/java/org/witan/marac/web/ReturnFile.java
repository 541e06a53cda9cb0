package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.ComparedReturn;
import org.witan.marac.DataReturn;
import org.witan.marac.ReturnCell;
import org.witan.marac.SuppressedReturn;
import org.witan.marac.SuppressedReturn.Kind;
import org.witan.marac.SuppressedReturn.Line;
import org.witan.marac.web.ReturnMeasures.Numbers;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// The return as rows of a file: what its reader must know first, then all, quarters and meetings, without small
/// numbers and what would tell them.
@Component
class ReturnFile {
    private final ReturnMeasures measures;
    private final ReturnPages pages;
    private final Days days;
    private final Wording words;

    ReturnFile(ReturnMeasures measures, ReturnPages pages, Days days, Wording words) {
        this.measures = measures;
        this.pages = pages;
        this.days = days;
        this.words = words;
    }

    Sheet of(ComparedReturn found) {
        DataReturn counted = found.counted();
        SuppressedReturn suppressed = SuppressedReturn.of(counted);
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("marac.return.marking")));
        rows.add(Sheet.line(
                words.the("marac.return.file.period", Days.words(counted.from()), Days.words(counted.until()))));
        rows.add(Sheet.line(words.the("marac.return.file.made", Days.words(days.today()))));
        Stream.of(
                        "maker",
                        "suppression",
                        "few",
                        "days",
                        "repeat." + definition(found, suppressed.all()),
                        "unknown",
                        "sources",
                        "publications")
                .map(line -> Sheet.line(words.the("marac.return.file." + line)))
                .forEach(rows::add);
        rows.add(List.of());
        rows.add(head());
        rows.add(row(words.the("marac.return.all"), "", suppressed.all()));
        for (int at = 0; at < counted.quarters().size(); at++) {
            rows.add(row(
                    pages.words(counted.quarters().get(at)),
                    "",
                    suppressed.quarters().get(at)));
        }
        for (int at = 0; at < counted.leaving().size(); at++) {
            DataReturn.Row meeting = counted.leaving().get(at);
            rows.add(row(
                    meeting.board(),
                    meeting.day().toString(),
                    suppressed.meetings().get(at)));
        }
        suppressed
                .others()
                .forEach(one ->
                        rows.add(row(words.the("marac.return.others", pages.words(one.quarter())), "", one.line())));
        rows.add(List.of());
        rows.add(Sheet.line(
                words.the("marac.return.measure"),
                words.the("marac.return.value"),
                words.the("marac.return.expected"),
                words.the("marac.return.source")));
        measures.of(found, known(suppressed.all()), true)
                .forEach(one -> rows.add(Sheet.line(one.name(), one.value(), one.expected(), one.source())));
        return new Sheet(words.the("marac.return.title"), List.copyOf(rows));
    }

    /// By what its repeats were decided. Of few it is not told: that there is one, or none, may be suppressed.
    private static String definition(ComparedReturn found, Line all) {
        var used = found.repeats().keySet();
        if (all.number(ReturnCell.REPEATS).orElse(0) == 0 || used.isEmpty()) {
            return "few";
        }
        return used.size() == 1 ? used.iterator().next().name() : "both";
    }

    private static List<Sheet.Cell> head() {
        return Stream.concat(
                        Stream.of("meeting", "date"),
                        SuppressedReturn.columns().stream().map(ReturnFile::code))
                .map(Sheet::words)
                .toList();
    }

    private static String code(SuppressedReturn.Column column) {
        return column.cell().name().toLowerCase(Locale.ROOT) + (column.kind() == Kind.UNKNOWN ? "_not_known" : "");
    }

    private List<Sheet.Cell> row(String title, String day, Line line) {
        return Stream.concat(
                        Stream.of(title, day).map(Sheet::words),
                        line.numbers().stream().map(this::cell))
                .toList();
    }

    private Sheet.Cell cell(OptionalInt number) {
        return number.isPresent() ? Sheet.number(number.getAsInt()) : Sheet.words(words.the("marac.return.suppressed"));
    }

    private static Numbers known(Line line) {
        return new Numbers() {
            @Override
            public OptionalInt number(ReturnCell cell) {
                return line.number(cell);
            }

            @Override
            public OptionalInt unknown(ReturnCell cell) {
                return line.unknown(cell);
            }
        };
    }
}
