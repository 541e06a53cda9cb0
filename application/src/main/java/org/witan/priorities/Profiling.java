package org.witan.priorities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Profile.Line;
import org.witan.priorities.Profile.Weight;
import org.witan.statistics.comparison.Answered;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.comparison.Question.By;

/// Puts every type of crime of a district beside the year before, and beside the same months of five years: two
/// questions a type, with all the rules of a comparison, for which the files are read once.
@Component
public class Profiling {
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
    /// @param place the kind of place that is looked at
    /// @param verb how it is taken: to be read or as a file
    public Optional<Profile> of(Viewer viewer, String area, PlaceKind place, Period period, Verb verb) {
        return profiles(viewer, List.of(area), place, period, verb, area).stream()
                .findFirst();
    }

    /// The profiles of every area that the group can look at, the whole last; none when nothing is loaded.
    public List<Profile> ofAll(Viewer viewer, PlaceKind place, Period period, Verb verb) {
        var areas = districts.all().stream().map(Districts.Choice::code).toList();
        return profiles(viewer, areas, place, period, verb, "all");
    }

    private List<Profile> profiles(
            Viewer viewer, List<String> areas, PlaceKind place, Period period, Verb verb, String told) {
        var deed = Deed.of(verb, "profile")
                .with("area", told)
                .with("place", place.name())
                .with("period", period.notation());
        Map<String, Weight> weights = witnessing.witness(viewer, deed, _ -> weights());
        var types = districts.types();
        if (types.isEmpty()) {
            return List.of();
        }
        var asked = areas.stream()
                .flatMap(area -> types.stream().map(type -> new Asked(type, area, place, period)))
                .toList();
        var answers = answers(asked);
        return areas.stream()
                .map(area -> profile(
                        types.stream()
                                .map(type -> new Asked(type, area, place, period))
                                .toList(),
                        answers,
                        weights))
                .toList();
    }

    /// One type in one area.
    private record Asked(String offences, String area, PlaceKind place, Period period) {
        Question question(By by) {
            return place.count(offences, area, period, by);
        }
    }

    private Map<Question, Answered> answers(List<Asked> asked) {
        var questions = asked.stream()
                .flatMap(one -> Stream.of(one.question(By.MONTH), one.question(By.YEAR)))
                .toList();
        var answered = comparing.answers(questions);
        var answers = new HashMap<Question, Answered>();
        for (int i = 0; i < questions.size(); i++) {
            answers.put(questions.get(i), answered.get(i));
        }
        return answers;
    }

    /// The profile of one area.
    ///
    /// @param asked every type of one area; at least one
    private Profile profile(List<Asked> asked, Map<Question, Answered> answers, Map<String, Weight> weights) {
        var warnings = new LinkedHashSet<String>();
        var lines = new ArrayList<Line>();
        for (Asked one : asked) {
            switch (answers.get(one.question(By.MONTH))) {
                case Answered.Given(Figure figure) -> {
                    figure.warnings().forEach(warning -> warnings.add(warning.text()));
                    var years = answers.get(one.question(By.YEAR));
                    lines.add(ProfileLine.of(figure, figure(years), weights.get(one.offences())));
                }
                // One type that the files cannot tell apart must not hide the others.
                case Answered.Refused(Question _, String reason) -> warnings.add(reason);
                case null -> throw new IllegalStateException("a question was not answered");
            }
        }
        lines.sort(Comparator.comparing(Line::harm, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Line::title));
        Asked first = asked.getFirst();
        return new Profile(
                first.area(), districts.name(first.area()), first.period().label(), lines, List.copyOf(warnings));
    }

    private static @Nullable Figure figure(@Nullable Answered answered) {
        return answered instanceof Answered.Given(Figure figure) ? figure : null;
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
