package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.DataReturn;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.KaplanMeier;
import org.witan.marac.Performance;
import org.witan.marac.ReturnCell;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Table;
import org.witan.site.Wording;

/// Makes the page that says how conferences worked.
@Component
class PerformancePages {
    private static final List<ReturnCell> EQUALITY = List.of(
            ReturnCell.MINORITISED,
            ReturnCell.DISABILITY,
            ReturnCell.LGBT,
            ReturnCell.MALE,
            ReturnCell.AGED_16_17,
            ReturnCell.HARMERS_UNDER_18);
    private final RepeatCurve curve;
    private final Wording words;

    PerformancePages(RepeatCurve curve, Wording words) {
        this.curve = curve;
        this.words = words;
    }

    PerformancePage page(Performance found) {
        KaplanMeier repeats = found.untilRepeat();
        String again = again(found, repeats);
        return new PerformancePage(
                Days.typed(found.from()),
                Days.typed(found.until()),
                found.cases().isEmpty(),
                glance(found, again),
                curve.of(repeats, again),
                Stream.of(research(found), actions(found), attendance(found), equality(found.equality()))
                        .filter(table -> !table.rows().isEmpty())
                        .toList());
    }

    private List<String> glance(Performance found, String again) {
        int cases = found.cases().size();
        var lines = new ArrayList<String>();
        lines.add(words.the("marac.performance.heard", found.meetings(), cases));
        Performance.Minuted minutes = found.minutes();
        if (minutes.due() > 0) {
            lines.add(words.the(
                    "marac.performance.minutes",
                    share(minutes.onTime(), minutes.due()),
                    minutes.late(),
                    minutes.missing()));
        }
        if (cases > 0) {
            lines.add(words.the("marac.performance.waits", found.wait(50), found.wait(90), found.wait(100)));
            lines.add(words.the(
                    "marac.performance.contact",
                    share(count(found, Performance.Case::tried), cases),
                    share(count(found, Performance.Case::reached), cases)));
            lines.add(words.the("marac.performance.crude", share(found.repeats(), cases)));
            lines.add(again);
        }
        return lines;
    }

    private String again(Performance found, KaplanMeier repeats) {
        var step = repeats.at(Performance.WINDOW);
        return words.the(
                "marac.performance.curve",
                found.cases().size(),
                RepeatCurve.percent(1 - step.without()),
                curve.bounds(step));
    }

    private Table research(Performance found) {
        return table(
                "research",
                List.of("agency", "asked", "on-time", "late", "missing"),
                found.research(),
                one -> List.of(
                        one.agency(),
                        String.valueOf(one.asked()),
                        share(one.onTime(), one.asked()),
                        String.valueOf(one.late()),
                        String.valueOf(one.missing())));
    }

    private Table actions(Performance found) {
        return table(
                "actions",
                List.of("agency", "due", "on-time", "late", "not-possible", "superseded", "open"),
                found.actions(),
                one -> List.of(
                        one.agency(),
                        String.valueOf(one.due()),
                        share(one.onTime(), one.due()),
                        String.valueOf(one.late()),
                        String.valueOf(one.notPossible()),
                        String.valueOf(one.superseded()),
                        String.valueOf(one.open())));
    }

    private Table attendance(Performance found) {
        return table(
                "attendance",
                List.of("agency", "conferences", "came", "apologies"),
                found.attendance(),
                one -> List.of(
                        one.agency(),
                        String.valueOf(one.meetings()),
                        share(one.came(), one.meetings()),
                        String.valueOf(one.apologies())));
    }

    private Table equality(DataReturn found) {
        var all = found.all();
        int cases = all.number(ReturnCell.CASES);
        return table(
                "equality", List.of("measure", "known", "yes", "unknown"), cases == 0 ? List.of() : EQUALITY, cell -> {
                    Count count = all.of(cell);
                    int known = cases - count.unknown();
                    boolean people = cell == ReturnCell.HARMERS_UNDER_18;
                    return List.of(
                            words.the("marac.return." + cell),
                            people ? words.the("marac.performance.of-persons") : String.valueOf(known),
                            people ? String.valueOf(count.number()) : share(count.number(), known),
                            String.valueOf(count.unknown()));
                });
    }

    private <T> Table table(String name, List<String> headings, List<T> rows, Function<T, List<String>> cells) {
        return new Table(
                words.the("marac.performance." + name + ".title"),
                headings.stream()
                        .map(heading -> words.the("marac.performance.column." + heading))
                        .toList(),
                rows.stream().map(cells).toList());
    }

    private static int count(Performance found, Predicate<Performance.Case> which) {
        return (int) found.cases().stream().filter(which).count();
    }

    /// Both numbers with the share, so that nobody takes a share of three for one of three hundred.
    private String share(int some, int all) {
        return all == 0
                ? words.the("marac.performance.none-of-none")
                : words.the("marac.performance.share", some, all, RepeatCurve.percent((double) some / all));
    }

    /// How conferences worked.
    ///
    /// @param glance what is most asked for, in sentences
    record PerformancePage(
            String from, String until, boolean empty, List<String> glance, Drawn repeats, List<Table> tables) {}
}
