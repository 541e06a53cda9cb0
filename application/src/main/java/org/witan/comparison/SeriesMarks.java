package org.witan.comparison;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.SeriesBreak;

/// The breaks that a picture of several periods must show. What a comparison across one gets is the engine's to say.
@Component
class SeriesMarks {
    private final Definitions definitions;

    SeriesMarks(Definitions definitions) {
        this.definitions = definitions;
    }

    /// The breaks that touch the question and begin inside these periods, oldest first.
    List<SeriesBreak> between(Question question, List<Period> periods) {
        return definitions.breaks().stream()
                .filter(found -> touches(found, question))
                .filter(found -> periods.stream().skip(1).anyMatch(period -> beginsIn(found, period)))
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    static boolean beginsIn(SeriesBreak found, Period period) {
        return !found.from().isBefore(period.from()) && !found.from().isAfter(period.to());
    }

    private boolean touches(SeriesBreak found, Question question) {
        OffenceSet set = definitions.sets().the(question.offences());
        return meets(found.codes(), set.codes())
                && meets(found.flags(), flags(question))
                && meets(found.areas(), areas(question));
    }

    /// An empty set in a break stands for all.
    private static <T> boolean meets(Set<T> named, Set<T> asked) {
        return named.isEmpty() || named.stream().anyMatch(asked::contains);
    }

    private static Set<String> flags(Question question) {
        var shared = question.measure() instanceof Measure.ShareWithFlag(String flag)
                ? Stream.of(flag)
                : Stream.<String>empty();
        return Stream.concat(question.filters().keySet().stream(), shared).collect(Collectors.toSet());
    }

    private Set<String> areas(Question question) {
        var areas = definitions.areas();
        var area = areas.the(question.area());
        boolean national = area.kind() == AreaKind.ENGLAND_AND_WALES || area.kind() == AreaKind.REGION;
        var forces = national
                ? Stream.<String>empty()
                : areas.districtsOf(area).stream().limit(1).map(areas::forceOf);
        return Stream.concat(Stream.of(area.code()), forces).collect(Collectors.toSet());
    }
}
