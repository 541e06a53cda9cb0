package org.witan.priorities;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Profile.Line;
import org.witan.priorities.Profile.Peak;
import org.witan.priorities.Profile.Weight;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;

/// Puts every type of crime of a district beside the year before: one question a type, with all the rules of a
/// comparison. Where records of single crimes are loaded, the types are those of the Home Office; where only street
/// files are, those of police.uk.
@Component
public class Profiling {
    private static final double STANDS_OUT = 1.2;
    private static final int MONTHS = 12;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-M?(\\d{2})");
    private static final List<String> TYPES = List.of(
            "homicide",
            "violence-with-injury",
            "violence-without-injury",
            "stalking-and-harassment",
            "rape",
            "other-sexual-offences",
            "robbery",
            "domestic-burglary",
            "non-domestic-burglary",
            "theft-from-a-vehicle",
            "theft-of-a-motor-vehicle",
            "vehicle-interference",
            "theft-from-the-person",
            "bicycle-theft",
            "shoplifting",
            "other-theft-offences",
            "arson",
            "criminal-damage",
            "trafficking-of-drugs",
            "possession-of-drugs",
            "possession-of-weapons-offences",
            "public-order-offences",
            "miscellaneous-crimes");
    private static final String BEHAVIOUR = "police-uk-anti-social-behaviour";
    private final Comparing comparing;
    private final Districts districts;
    private final Witnessing witnessing;
    private final JdbcClient database;

    Profiling(Comparing comparing, Districts districts, Witnessing witnessing, JdbcClient database) {
        this.comparing = comparing;
        this.districts = districts;
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The profile of an area in a period; empty when nothing is loaded.
    ///
    /// @param verb how it is taken: to be read or as a file
    /// @throws BadInput when there is no such area
    public Optional<Profile> of(Viewer viewer, String area, Period period, Verb verb) {
        Map<String, Weight> weights = witnessing.witness(
                viewer, Deed.of(verb, "profile").with("area", area).with("period", period.notation()), _ -> weights());
        if (districts.lastYear().isEmpty()) {
            return Optional.empty();
        }
        var warnings = new LinkedHashSet<String>();
        var lines = new ArrayList<Line>();
        for (String type : types()) {
            try {
                Figure figure = comparing.answer(question(type, area, period));
                figure.warnings().forEach(warning -> warnings.add(warning.text()));
                lines.add(line(figure, weights.get(type)));
            } catch (BadInput notThere) {
                // One type that the files cannot tell apart must not hide the others.
                warnings.add(String.valueOf(notThere.getMessage()));
            }
        }
        lines.sort(Comparator.comparing(Line::harm, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Line::title));
        return Optional.of(new Profile(districts.name(area), period.label(), lines, List.copyOf(warnings)));
    }

    private List<String> types() {
        if (!districts.hasRecords()) {
            return districts.withPoints().stream().map(Districts.Choice::code).toList();
        }
        var all = new ArrayList<>(TYPES);
        if (districts.hasStreetFiles()) {
            all.add(BEHAVIOUR);
        }
        return all;
    }

    private static Question question(String offences, String area, Period period) {
        return new Question(
                offences,
                area,
                period,
                null,
                new Measure.Count(),
                Map.of(),
                Question.By.MONTH,
                Question.Audience.PARTNERSHIP,
                null,
                null);
    }

    private static Line line(Figure figure, @Nullable Weight weight) {
        boolean counted = figure.state() == Figure.State.NUMBER || figure.state() == Figure.State.ZERO;
        Long now = counted && figure.value() != null ? Long.valueOf(Math.round(figure.value())) : null;
        Figure.Interval interval = figure.interval();
        boolean compared = interval != null && figure.changePercent() != null && figure.refused() == null;
        return new Line(
                figure.question().offences(),
                figure.definition().title().replace("police.uk: ", ""),
                now,
                figure.previous() == null ? null : Math.round(figure.previous()),
                compared ? figure.changePercent() : null,
                compared && interval != null ? interval.low() : null,
                compared && interval != null ? interval.high() : null,
                compared || figure.refused() == null ? null : figure.refused().reason(),
                weight,
                weight == null || now == null ? null : Double.valueOf((double) now * weight.days()),
                peak(figure.rows()));
    }

    /// The month that was highest in both years, when it stood out of their mean.
    private static @Nullable Peak peak(List<Figure.Row> rows) {
        var whole = rows.stream()
                .filter(row -> row.value() != null && row.previous() != null)
                .toList();
        if (whole.size() < MONTHS) {
            return null;
        }
        double now =
                whole.stream().mapToDouble(row -> number(row.value())).average().orElse(0);
        double before = whole.stream()
                .mapToDouble(row -> number(row.previous()))
                .average()
                .orElse(0);
        return whole.stream()
                .filter(row -> now > 0 && before > 0)
                .filter(row -> number(row.value()) >= STANDS_OUT * now && number(row.previous()) >= STANDS_OUT * before)
                .max(Comparator.comparingDouble(row -> number(row.value()) + number(row.previous())))
                .map(row -> new Peak(month(row), (number(row.value()) + number(row.previous())) / (now + before)))
                .orElse(null);
    }

    private static String month(Figure.Row row) {
        var digits = MONTH.matcher(row.code());
        return digits.find()
                ? Month.of(Integer.parseInt(digits.group(1))).getDisplayName(TextStyle.FULL, Locale.UK)
                : row.name();
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private Map<String, Weight> weights() {
        return database
                .sql("""
                        select offences, days, floor, version, source from priorities.harm_weight
                        where version = (select max(version) from priorities.harm_weight where since <= access.today())
                        """)
                .query((row, _) -> Map.entry(
                        row.getString("offences"),
                        new Weight(
                                row.getDouble("days"),
                                row.getBoolean("floor"),
                                row.getInt("version"),
                                row.getString("source"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
