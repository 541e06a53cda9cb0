package org.witan.statistics.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How many people live where. Districts have an estimate or census count; a larger area is the sum of its districts,
/// a Staffordshire ward the sum of its LSOAs where all of them are known.
public final class Populations {
    private final List<Row> rows;

    private Populations(List<Row> rows) {
        this.rows = rows;
    }

    static Populations read() {
        return new Populations(ReferenceFile.shipped("population.csv").rows(Row::of));
    }

    /// The population nearest to a year for an area, built from its districts or LSOAs where needed. Absent for a
    /// partnership that is only part of a district, and where a part has no number.
    ///
    /// @param sex `female`, `male` or `all`
    public Optional<Population> find(Areas areas, Area area, int year, String sex) {
        if (area.kind() == AreaKind.PARTNERSHIP && areas.sharesADistrict(area)) {
            return Optional.empty();
        }
        Set<String> parts = switch (area.kind()) {
            case WARD -> codes(areas.within(area, AreaKind.LSOA));
            case LSOA -> Set.of(area.code());
            case ENGLAND_AND_WALES, REGION, FORCE, COUNTY, PARTNERSHIP, DISTRICT -> areas.districtsOf(area);
        };
        return years(sex).stream()
                .sorted(Comparator.comparingInt(known -> Math.abs(known - year)))
                .flatMap(known -> sum(areas, parts, known, sex).stream())
                .findFirst();
    }

    private List<Integer> years(String sex) {
        return rows.stream()
                .filter(row -> row.sex().equals(sex))
                .map(Row::year)
                .distinct()
                .toList();
    }

    private Optional<Population> sum(Areas areas, Set<String> parts, int year, String sex) {
        Map<String, List<Row>> found = rows.stream()
                .filter(row -> row.year() == year && row.sex().equals(sex))
                .filter(row -> parts.contains(areas.districtToday(row.area())))
                .collect(Collectors.groupingBy(row -> areas.districtToday(row.area())));
        if (parts.isEmpty() || !found.keySet().containsAll(parts)) {
            return Optional.empty();
        }
        List<Row> all = new ArrayList<>();
        found.values().forEach(all::addAll);
        return Optional.of(new Population(
                all.stream().mapToLong(Row::number).sum(),
                year,
                sex,
                all.getFirst().source()));
    }

    private static Set<String> codes(List<Area> areas) {
        return areas.stream().map(Area::code).collect(Collectors.toSet());
    }

    /// A number of residents.
    ///
    /// @param year the year the number is of, which may not be the year asked for
    public record Population(long number, int year, String sex, String source) {}

    private record Row(String area, int year, String sex, long number, String source) {
        static Row of(ReferenceFile.Row row) {
            return new Row(
                    row.required("area"),
                    Integer.parseInt(row.required("year")),
                    row.oneOf("sex", Set.of("all", "female", "male")),
                    Long.parseLong(row.required("number")),
                    row.required("source"));
        }
    }
}
