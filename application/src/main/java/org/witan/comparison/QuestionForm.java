package org.witan.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OutcomeType;

/// The form that asks for a question: its fields with what was typed and what each offers.
@Component
class QuestionForm {
    private final Definitions definitions;
    private final Wording words;
    private final String homeArea;

    QuestionForm(Definitions definitions, Wording words, RecordedCrimeSettings settings) {
        this.definitions = definitions;
        this.words = words;
        this.homeArea = settings.area();
    }

    /// The fields by name.
    Map<String, Field> fields(Typed typed, List<Problem> problems) {
        var fields = new LinkedHashMap<String, Field>();
        add(fields, typed, problems, Typed.OFFENCES, "stalking", sets());
        add(fields, typed, problems, Typed.AREA, homeArea, areas());
        add(fields, typed, problems, Typed.OTHER_AREA, "", List.of());
        add(
                fields,
                typed,
                problems,
                Typed.PERIOD_KIND,
                "year",
                worded("period-kind", "year", "quarter", "month", "year-to-date", "12-months"));
        add(fields, typed, problems, Typed.PERIOD, "2021-22", List.of());
        add(fields, typed, problems, Typed.WITH, "", List.of());
        add(fields, typed, problems, Typed.MEASURE, "count", measures());
        add(fields, typed, problems, Typed.SHARE_OF, "", withNone("share-of", sets()));
        add(fields, typed, problems, Typed.DOMESTIC, "", withNone("any", worded("domestic", "yes", "no", "unknown")));
        add(fields, typed, problems, Typed.SEX, "", withNone("any", worded("sex", "female", "male", "unknown")));
        add(fields, typed, problems, Typed.PLACE, "", List.of());
        add(
                fields,
                typed,
                problems,
                Typed.BY,
                "nothing",
                worded("by", "nothing", "month", "quarter", "area", "offence", "sex"));
        String[] audiences = typed.exact() ? new String[] {"partnership", "public"} : new String[] {"public"};
        add(fields, typed, problems, Typed.AUDIENCE, audiences[0], worded("audience", audiences));
        return Map.copyOf(fields);
    }

    private void add(
            Map<String, Field> fields,
            Typed typed,
            List<Problem> problems,
            String name,
            String otherwise,
            List<Field.Choice> choices) {
        String error = problems.stream()
                .filter(problem -> problem.field().equals(name))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
        // A field that was sent empty stays empty: only a page that asks nothing yet suggests a question.
        String value = typed.asked() && choices.isEmpty() ? typed.the(name) : typed.the(name, otherwise);
        fields.put(
                name,
                Field.of(
                        name,
                        words.the("comparison.field." + name),
                        words.find("comparison.field." + name + ".hint"),
                        value,
                        error,
                        choices));
    }

    private List<Field.Choice> sets() {
        return definitions.sets().all().stream()
                .map(set -> new Field.Choice(set.name(), set.title()))
                .distinct()
                .toList();
    }

    private List<Field.Choice> areas() {
        var areas = definitions.areas();
        Area home = areas.the(homeArea);
        return Stream.of(
                        Stream.of(home),
                        areas.within(home, AreaKind.DISTRICT).stream(),
                        areas.within(home, AreaKind.PARTNERSHIP).stream())
                .flatMap(some -> some)
                .map(area -> new Field.Choice(area.code(), named(area)))
                .toList();
    }

    /// Several kinds of area share a name, so each is shown with its kind.
    String named(Area area) {
        return words.the("comparison.area." + area.kind(), area.name());
    }

    private List<Field.Choice> measures() {
        var choices = new ArrayList<>(worded("measure", "count", "rate", "share:domestic", "share-of", "harm"));
        definitions.outcomes().stream()
                .map(OutcomeType::group)
                .filter(group -> !group.isBlank() && !group.equals("not-yet-assigned"))
                .distinct()
                .map(group -> new Field.Choice(
                        "outcome:" + group, words.the("comparison.measure.outcome", group.replace('-', ' '))))
                .forEach(choices::add);
        return List.copyOf(choices);
    }

    private List<Field.Choice> worded(String field, String... values) {
        return Stream.of(values)
                .map(value -> new Field.Choice(value, words.the("comparison." + field + "." + value.replace(':', '-'))))
                .toList();
    }

    private List<Field.Choice> withNone(String none, List<Field.Choice> choices) {
        return Stream.concat(Stream.of(new Field.Choice("", words.the("comparison.none." + none))), choices.stream())
                .toList();
    }
}
