package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.reference.SeriesBreak;
import org.witan.statistics.reference.Validity;
import org.witan.statistics.store.Table;

/// A question in a test: stalking in Staffordshire in 2021-22 unless the test says otherwise.
final class Asked {
    static final OffenceSet STALKING = set("stalking", "Stalking", "8Q");
    static final OffenceSet HARASSMENT = set("harassment", "Harassment", "8L", "8M");
    static final OffenceSet BOTH = set("stalking-and-harassment", "Stalking and harassment", "8Q", "8L");

    private OffenceSet set = STALKING;
    private @Nullable OffenceSet whole;
    private Set<String> outcomes = Set.of();
    private Area area = new Area(Recorded.STAFFORDSHIRE, "Staffordshire", AreaKind.FORCE, 2024, "test");
    private int redrawn;
    private Period period = Period.parse("2021-22");
    private @Nullable Period with;
    private Measure measure = new Measure.Count();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private Question.By by = Question.By.NOTHING;
    private Question.Audience audience = Question.Audience.PARTNERSHIP;
    private @Nullable Table table;
    private final Known known = new Known();

    static Asked stalking() {
        return new Asked();
    }

    static OffenceSet set(String name, String title, String... codes) {
        return new OffenceSet(
                name,
                title,
                "1",
                "published",
                Arrays.stream(codes).map(OffenceCode::new).collect(Collectors.toSet()),
                Set.of(),
                Map.of(),
                Validity.ALWAYS,
                List.of(),
                "");
    }

    Asked of(OffenceSet other) {
        set = other;
        return this;
    }

    Asked shareOf(OffenceSet other) {
        whole = other;
        measure = new Measure.ShareOfSet(other.name());
        return this;
    }

    Asked outcome(String group, String... codes) {
        outcomes = Set.of(codes);
        measure = new Measure.OutcomeShare(group);
        return this;
    }

    Asked in(String code, String name, AreaKind kind, int redrawnLsoas) {
        area = new Area(code, name, kind, 2024, "test");
        redrawn = redrawnLsoas;
        return this;
    }

    Asked during(String text) {
        period = Period.parse(text);
        return this;
    }

    Asked against(String text) {
        with = Period.parse(text);
        return this;
    }

    Asked measured(String text) {
        measure = Measure.parse(text);
        return this;
    }

    Asked where(String name, String value) {
        filters.put(name, value);
        return this;
    }

    Asked by(Question.By other) {
        by = other;
        return this;
    }

    Asked forThePublic() {
        audience = Question.Audience.PUBLIC;
        return this;
    }

    Asked from(Table other) {
        table = other;
        return this;
    }

    Asked knowing(SeriesBreak... breaks) {
        known.breaks.addAll(List.of(breaks));
        return this;
    }

    Asked weighing(String offence, double weight) {
        known.weights.put(offence, weight);
        return this;
    }

    Asked populated(String area, int year, String sex, long number) {
        known.populations.put(area + sex, new Population(number, year, sex, "test estimates"));
        return this;
    }

    Subject subject() {
        var question = new Question(set.name(), area.name(), period, with, measure, filters, by, audience, table, null);
        return Subject.of(question, set, whole, outcomes, place());
    }

    Figure of(Recorded store) {
        try (var readings = new Readings()) {
            return new Answering(known, readings, Disclosure.USUAL)
                    .answer(subject(), store.snapshot(), store::relation);
        }
    }

    static Figure.Refusal refused(Figure figure) {
        return Objects.requireNonNull(figure.refused(), "refused");
    }

    static Figure.Interval interval(Figure figure) {
        return Objects.requireNonNull(figure.interval(), "interval");
    }

    private Place place() {
        boolean force = area.kind() == AreaKind.FORCE;
        return new Place(
                area,
                Set.of(Recorded.STAFFORDSHIRE),
                Set.of(Recorded.SOUTH_STAFFORDSHIRE),
                force ? Set.of() : Set.of("E22000001"),
                Set.of("E22000001"),
                redrawn);
    }

    private static final class Known implements Lookups {
        private final List<SeriesBreak> breaks = new ArrayList<>();
        private final Map<String, Double> weights = new HashMap<>();
        private final Map<String, Population> populations = new HashMap<>();

        @Override
        public List<SeriesBreak> breaks() {
            return breaks;
        }

        @Override
        public String areaName(String code) {
            return "Area " + code;
        }

        @Override
        public String offenceName(String code) {
            return "Offence " + code;
        }

        @Override
        public OptionalDouble weight(String offence) {
            var weight = weights.get(offence);
            return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
        }

        @Override
        public Optional<Population> residents(String areaCode, int year, String sex) {
            return Optional.ofNullable(populations.get(areaCode + sex));
        }

        @Override
        public List<Area> within(Area area, AreaKind kind) {
            return List.of(
                    new Area(Recorded.SOUTH_STAFFORDSHIRE, "South Staffordshire", kind, 2024, "test"),
                    new Area("E07000193", "East Staffordshire", kind, 2024, "test"),
                    new Area("E07000194", "Lichfield", kind, 2024, "test"));
        }

        @Override
        public Set<OffenceCode> codes(OffenceSet set) {
            return set.codes();
        }

        @Override
        public String source(String key) {
            return key;
        }

        @Override
        public String version() {
            return "abc";
        }
    }
}
