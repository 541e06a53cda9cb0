package org.witan.statistics.comparison;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Table;

/// Lays out a breakdown: one line for each month, year, area, offence or sex, zeros included.
///
record Lines(Subject subject, Table table, Lookups lookups, Coverage coverage, Holding heldNow, Holding heldThen) {
    private static final int LONGEST_SERIES = 10;
    private static final int MOST_ZERO_LINES = 30;

    List<Line> of(Counted counted) {
        return switch (subject.question().by()) {
            case NOTHING -> List.of();
            case MONTH -> spans(counted, 1);
            case QUARTER -> spans(counted, 3);
            case YEAR -> years(counted);
            case AREA -> areas(counted);
            case OFFENCE -> offences(counted);
            case SEX -> sexes(counted);
        };
    }

    /// The first month of a series of years: the earliest that the store holds, ten years at most.
    YearMonth earliest() {
        if (subject.question().by() != Question.By.YEAR) {
            return subject.then().first();
        }
        var oldest = subject.now().yearsBefore(seriesLength() - 1).first();
        return oldest.isBefore(subject.then().first()) ? oldest : subject.then().first();
    }

    private int seriesLength() {
        int length = 1;
        while (length < LONGEST_SERIES
                && !held(subject.now().yearsBefore(length)).isEmpty()) {
            length++;
        }
        return length;
    }

    private Holding held(Period period) {
        return Holding.of(coverage, table, period, heldNow.bodies());
    }

    private List<Line> years(Counted counted) {
        var lines = new ArrayList<Line>();
        for (int back = seriesLength() - 1; back >= 0; back--) {
            var now = subject.now().yearsBefore(back);
            var then = subject.now().yearsBefore(back + 1);
            var tally = new Tally(counted.inMonths(now.months()), counted.inMonths(then.months()));
            boolean inScan = !then.first().isBefore(earliest());
            lines.add(new Line(
                    now.notation(),
                    now.label(),
                    tally,
                    residents(now),
                    residents(then),
                    held(now).missing().isEmpty(),
                    inScan && held(then).missing().isEmpty()));
        }
        return lines;
    }

    private List<Line> spans(Counted counted, int length) {
        var lines = new ArrayList<Line>();
        for (var months : chunks(length)) {
            var earlier = months.stream().map(this::earlier).toList();
            lines.add(new Line(
                    code(months, length),
                    name(months),
                    new Tally(counted.inMonths(months), counted.inMonths(earlier)),
                    residents(subject.now()),
                    residents(subject.then()),
                    months.stream().allMatch(heldNow::holds),
                    earlier.stream().allMatch(heldThen::holds)));
        }
        return lines;
    }

    private List<List<YearMonth>> chunks(int length) {
        var chunks = new TreeMap<Integer, List<YearMonth>>();
        for (var month : subject.now().months()) {
            int number = (month.getYear() * 12 + month.getMonthValue() - 1) / length;
            chunks.computeIfAbsent(number, any -> new ArrayList<>()).add(month);
        }
        return List.copyOf(chunks.values());
    }

    private YearMonth earlier(YearMonth month) {
        var first = subject.now().first();
        int place = (month.getYear() - first.getYear()) * 12 + month.getMonthValue() - first.getMonthValue();
        return subject.then().first().plusMonths(place);
    }

    private static String code(List<YearMonth> months, int length) {
        var first = months.getFirst();
        if (length == 1) {
            return first.toString();
        }
        var quarter = YearMonth.of(first.getYear(), (first.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(Period.Kind.QUARTER, quarter, quarter.plusMonths(2)).notation();
    }

    private static String name(List<YearMonth> months) {
        return months.size() == 1
                ? Period.name(months.getFirst())
                : Period.name(months.getFirst()) + " to " + Period.name(months.getLast());
    }

    private List<Line> areas(Counted counted) {
        var kind = Breakdown.byArea(subject.place(), table).kind();
        var names = new LinkedHashMap<String, String>();
        lookups.within(subject.place().area(), kind).stream()
                .sorted(Comparator.comparing(area -> area.name()))
                .forEach(area -> names.put(area.code(), area.name()));
        counted.byKey().keySet().forEach(code -> names.putIfAbsent(code, areaName(code)));
        var lines = new ArrayList<Line>();
        var unheardNow = unheard(heldNow, kind);
        var unheardThen = unheard(heldThen, kind);
        names.forEach((code, name) -> lines.add(new Line(
                code,
                name,
                tally(counted, code),
                residents(code, subject.now()),
                residents(code, subject.then()),
                !heldNow.isEmpty() && !unheardNow.contains(code),
                !heldThen.isEmpty() && !unheardThen.contains(code))));
        return lines;
    }

    /// Areas whose own body delivered nothing for the period: they are missing, not without crime.
    private Set<String> unheard(Holding held, AreaKind kind) {
        var absent = held.absentBodies();
        if (kind == AreaKind.FORCE || kind == AreaKind.PARTNERSHIP) {
            return absent;
        }
        var unheard = new HashSet<String>();
        absent.forEach(
                force -> lookups.areasOf(force, kind).stream().map(Area::code).forEach(unheard::add));
        return unheard;
    }

    private String areaName(String code) {
        return code.equals("unknown") ? "area not known" : lookups.areaName(code);
    }

    private List<Line> offences(Counted counted) {
        var codes = new ArrayList<>(counted.byKey().keySet());
        var all = lookups.codes(subject.set());
        if (table != Table.STREET && all.size() <= MOST_ZERO_LINES) {
            all.stream()
                    .map(code -> code.value())
                    .filter(code -> !codes.contains(code))
                    .forEach(codes::add);
        }
        codes.sort(Comparator.<String>comparingLong(
                        code -> -tally(counted, code).now().n())
                .thenComparing(Comparator.naturalOrder()));
        return codes.stream()
                .map(code -> line(
                        code, lookups.offenceName(code), counted, residents(subject.now()), residents(subject.then())))
                .toList();
    }

    private List<Line> sexes(Counted counted) {
        return counted.byKey().keySet().stream()
                .sorted()
                .map(sex -> line(
                        sex,
                        sex.equals("unknown") ? "not known" : sex,
                        counted,
                        residentsOf(subject.place().area().code(), subject.now(), sex),
                        residentsOf(subject.place().area().code(), subject.then(), sex)))
                .toList();
    }

    private Line line(String code, String name, Counted counted, double residentsNow, double residentsThen) {
        return new Line(
                code, name, tally(counted, code), residentsNow, residentsThen, !heldNow.isEmpty(), !heldThen.isEmpty());
    }

    private static Tally tally(Counted counted, String key) {
        return counted.byKey().getOrDefault(key, Tally.NONE);
    }

    private double residents(Period period) {
        return residents(subject.place().area().code(), period);
    }

    private double residents(String area, Period period) {
        return residentsOf(area, period, subject.residents());
    }

    private double residentsOf(String area, Period period, String sex) {
        boolean known = sex.equals("all") || sex.equals("female") || sex.equals("male");
        return known && subject.question().measure() instanceof Measure.Rate
                ? lookups.residents(area, period.middleYear(), sex)
                        .map(Population::number)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN)
                : Double.NaN;
    }
}
