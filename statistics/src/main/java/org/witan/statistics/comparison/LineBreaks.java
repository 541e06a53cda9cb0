package org.witan.statistics.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.SeriesBreak;
import org.witan.statistics.store.Table;

/// Finds the lines of a breakdown whose own change would cross a break, though the figure's does not: an earlier
/// year of a series, or one offence of a set in which the break nets out.
record LineBreaks(Compared compared, Lookups lookups) {

    Set<Line> across(List<Line> lines) {
        var broken = new LinkedHashSet<Line>();
        lines.stream().filter(this::isBroken).forEach(broken::add);
        return broken;
    }

    private boolean isBroken(Line line) {
        var subject = compared.subject();
        return switch (subject.question().by()) {
            case YEAR -> isBroken(Period.parse(line.code()));
            case OFFENCE ->
                compared.table() != Table.STREET
                        && crosses(subject.now(), subject.then(), Set.of(new OffenceCode(line.code())));
            case NOTHING, MONTH, QUARTER, AREA, SEX -> false;
        };
    }

    private boolean isBroken(Period year) {
        var then = year.yearsBefore(1);
        boolean isTheFigure = year.equals(compared.now()) && then.equals(compared.then());
        return !isTheFigure
                && crosses(year, then, lookups.codes(compared.subject().set()));
    }

    private boolean crosses(Period now, Period then, Set<OffenceCode> codes) {
        var subject = compared.subject();
        var place = subject.place();
        return Crossing.all(
                        lookups.breaks(),
                        now,
                        then,
                        subject.flags(),
                        place.codes(),
                        place.isNational(),
                        List.of(new Crossing.Sets(Crossing.Within.SET, codes)))
                .stream()
                .anyMatch(crossing -> crossing.note().action() == SeriesBreak.Action.REFUSE
                        && (crossing.touch() == Crossing.Touch.ALL || crossing.touch() == Crossing.Touch.SOME));
    }
}
