package org.witan.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Filters;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;

/// From what was typed to a question, with a reason for each field that cannot be used.
@Component
class ReadingQuestions {
    private final Definitions definitions;
    private final Wording words;

    ReadingQuestions(Definitions definitions, Wording words) {
        this.definitions = definitions;
        this.words = words;
    }

    Reading read(Typed typed) {
        var attempt = new Attempt();
        String offences = attempt.read(Typed.OFFENCES, () -> offences(typed));
        String area =
                attempt.read(typed.the(Typed.OTHER_AREA).isEmpty() ? Typed.AREA : Typed.OTHER_AREA, () -> area(typed));
        Period period = attempt.read(Typed.PERIOD, () -> period(typed, Typed.PERIOD));
        Period with =
                typed.the(Typed.WITH).isEmpty() ? null : attempt.read(Typed.WITH, () -> period(typed, Typed.WITH));
        Measure measure = attempt.read(Typed.MEASURE, () -> measure(typed));
        Map<String, String> filters = attempt.read(Typed.PLACE, () -> filters(typed));
        Question.By by = attempt.read(Typed.BY, () -> choice(Question.By.class, typed.the(Typed.BY, "nothing")));
        Question.Audience audience = attempt.read(
                Typed.AUDIENCE, () -> choice(Question.Audience.class, typed.the(Typed.AUDIENCE, "partnership")));
        if (offences == null
                || area == null
                || period == null
                || measure == null
                || filters == null
                || by == null
                || audience == null
                || !attempt.problems.isEmpty()) {
            return new Reading.NotUnderstood(List.copyOf(attempt.problems));
        }
        return new Reading.Understood(
                new Question(offences, area, period, with, measure, filters, by, audience, null, null));
    }

    private String offences(Typed typed) {
        return definitions.sets().the(required(typed, Typed.OFFENCES)).name();
    }

    private String area(Typed typed) {
        String named = typed.the(Typed.OTHER_AREA);
        return definitions
                .areas()
                .the(named.isEmpty() ? required(typed, Typed.AREA) : named)
                .code();
    }

    private Period period(Typed typed, String field) {
        String text = required(typed, field).toLowerCase(Locale.ROOT).replaceAll("[\\s-]*q", "-q");
        if (text.contains(":")) {
            return Period.parse(text);
        }
        return switch (typed.the(Typed.PERIOD_KIND, "year")) {
            case "month" -> Period.parse(text.matches("\\d{4}-\\d{2}") ? text.replace("-", "-m") : text);
            case "year-to-date" -> Period.parse("ytd:" + text);
            case "12-months" -> Period.parse("12m:" + text);
            case "year", "quarter" -> Period.parse(text);
            default -> throw new BadInput(words.the("comparison.problem.choice"));
        };
    }

    private Measure measure(Typed typed) {
        String measure = typed.the(Typed.MEASURE, "count");
        if (!measure.equals("share-of")) {
            return Measure.parse(measure);
        }
        return new Measure.ShareOfSet(
                definitions.sets().the(required(typed, Typed.SHARE_OF)).name());
    }

    private static Map<String, String> filters(Typed typed) {
        var filters = new LinkedHashMap<String, String>();
        for (String name : List.of(Typed.DOMESTIC, Typed.SEX, Typed.PLACE)) {
            if (!typed.the(name).isEmpty()) {
                filters.putAll(Filters.parse(name + "=" + typed.the(name)));
            }
        }
        return Map.copyOf(filters);
    }

    private <E extends Enum<E>> E choice(Class<E> choices, String typed) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(typed)) {
                return choice;
            }
        }
        throw new BadInput(words.the("comparison.problem.choice"));
    }

    private String required(Typed typed, String field) {
        String value = typed.the(field);
        if (value.isEmpty()) {
            throw new BadInput(words.the("comparison.problem.empty." + field));
        }
        return value;
    }

    /// Reads field after field and remembers what went wrong, so that a reader hears everything at once.
    private static final class Attempt {
        private final List<Problem> problems = new ArrayList<>();

        <T> @Nullable T read(String field, Supplier<T> reader) {
            try {
                return reader.get();
            } catch (BadInput wrong) {
                problems.add(new Problem(field, String.valueOf(wrong.getMessage())));
                return null;
            }
        }
    }
}
