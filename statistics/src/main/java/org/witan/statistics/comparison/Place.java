package org.witan.statistics.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Areas;
import org.witan.statistics.store.Table;

/// Where a question looks, and which bodies report from there.
///
/// @param forces the police forces that record the area's crimes
/// @param districts the districts of an area of that size or larger; for less, the one it lies in
/// @param partnerships the partnerships that together are exactly the area; empty when none are
/// @param partnershipsInside the partnerships that lie wholly inside the area
/// @param redrawnLsoas LSOAs of 2011 in the area that were split, merged or redrawn by 2021
record Place(
        Area area,
        Set<String> forces,
        Set<String> districts,
        Set<String> partnerships,
        Set<String> partnershipsInside,
        int redrawnLsoas) {

    static Place of(Area area, Areas areas) {
        var districts = districts(area, areas);
        var inside = partnershipsInside(area, districts, forces(area, districts, areas), areas);
        return new Place(
                area,
                forces(area, districts, areas),
                districts,
                partnerships(area, districts, inside, areas),
                inside,
                redrawn(area, areas));
    }

    boolean isBelowForce() {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES, REGION, FORCE -> false;
            case COUNTY, PARTNERSHIP, DISTRICT, WARD, LSOA -> true;
        };
    }

    boolean isNational() {
        return area.kind() == AreaKind.ENGLAND_AND_WALES;
    }

    /// The codes under which a note on the series may name this place.
    Set<String> codes() {
        var codes = new HashSet<String>();
        codes.add(area.code());
        codes.addAll(forces);
        codes.addAll(districts);
        return codes;
    }

    /// The condition on a row; absent when this table cannot single the area out.
    Optional<String> condition(Table table) {
        return switch (table) {
            case CRIME, STREET -> Optional.of(conditionOnRows());
            case COUNTED -> conditionOnCounts();
        };
    }

    private String conditionOnRows() {
        return onRows().map(where -> Scan.in(where.column(), where.codes())).orElse("true");
    }

    /// How the rows of single crimes tell the area; empty when every row is in it.
    Optional<OnRows> onRows() {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES -> Optional.empty();
            case FORCE -> Optional.of(new OnRows("force", Set.of(area.code())));
            case REGION, COUNTY, PARTNERSHIP, DISTRICT -> Optional.of(new OnRows("district", districts));
            case WARD -> Optional.of(new OnRows("ward", Set.of(area.code())));
            case LSOA -> Optional.of(new OnRows("lsoa", Set.of(area.code())));
        };
    }

    /// The column that names areas of a size, and its values inside the area.
    record OnRows(String column, Set<String> codes) {}

    private Optional<String> conditionOnCounts() {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES -> Optional.of("partnership is null");
            case FORCE -> Optional.of(Scan.is("force", area.code()) + " and partnership is null");
            case REGION, COUNTY, PARTNERSHIP, DISTRICT ->
                partnerships.isEmpty() ? Optional.empty() : Optional.of(Scan.in("partnership", partnerships));
            case WARD, LSOA -> Optional.empty();
        };
    }

    /// The bodies whose figures the area's figures are made of.
    Set<String> bodies(Table table) {
        boolean byPartnership = table == Table.COUNTED
                && switch (area.kind()) {
                    case ENGLAND_AND_WALES, FORCE -> false;
                    case REGION, COUNTY, PARTNERSHIP, DISTRICT, WARD, LSOA -> true;
                };
        return byPartnership ? partnerships : forces;
    }

    private static Set<String> districts(Area area, Areas areas) {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES -> Set.of();
            case REGION, FORCE, COUNTY, PARTNERSHIP, DISTRICT -> new TreeSet<>(areas.districtsOf(area));
            case WARD, LSOA -> districtOf(area, areas);
        };
    }

    private static Set<String> districtOf(Area area, Areas areas) {
        return areas.placings().values().stream()
                .filter(placing -> area.code().equals(area.kind() == AreaKind.WARD ? placing.ward() : placing.lsoa()))
                .findAny()
                .map(placing -> Set.of(placing.district()))
                .orElse(Set.of());
    }

    private static Set<String> forces(Area area, Set<String> districts, Areas areas) {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES -> codes(of(AreaKind.FORCE, areas));
            case FORCE -> Set.of(area.code());
            case REGION, COUNTY, PARTNERSHIP, DISTRICT, WARD, LSOA -> {
                var forces = new TreeSet<String>();
                districts.forEach(district -> forces.add(areas.forceOf(district)));
                yield forces;
            }
        };
    }

    private static Set<String> partnerships(Area area, Set<String> districts, Set<String> inside, Areas areas) {
        return switch (area.kind()) {
            case PARTNERSHIP -> Set.of(area.code());
            case REGION, COUNTY, DISTRICT -> {
                var covered = new HashSet<String>();
                inside.forEach(code -> covered.addAll(areas.districtsOf(areas.the(code))));
                yield covered.equals(Set.copyOf(districts)) ? inside : Set.of();
            }
            case ENGLAND_AND_WALES, FORCE, WARD, LSOA -> Set.of();
        };
    }

    private static Set<String> partnershipsInside(Area area, Set<String> districts, Set<String> forces, Areas areas) {
        return switch (area.kind()) {
            case PARTNERSHIP -> Set.of(area.code());
            case ENGLAND_AND_WALES, WARD, LSOA -> Set.of();
            case REGION, FORCE, COUNTY, DISTRICT -> {
                var found = new TreeSet<String>();
                for (var partnership : partnershipsOf(forces, areas)) {
                    var own = areas.districtsOf(partnership);
                    if (!own.isEmpty() && districts.containsAll(own)) {
                        found.add(partnership.code());
                    }
                }
                yield found;
            }
        };
    }

    /// Those of the area's forces alone: to ask every partnership in the country for its districts takes long.
    private static List<Area> partnershipsOf(Set<String> forces, Areas areas) {
        return forces.stream()
                .flatMap(force -> areas.find(force).stream())
                .flatMap(force -> areas.within(force, AreaKind.PARTNERSHIP).stream())
                .toList();
    }

    private static int redrawn(Area area, Areas areas) {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES, REGION, FORCE, COUNTY, PARTNERSHIP -> 0;
            case DISTRICT, WARD, LSOA -> areas.redrawnLsoas(area);
        };
    }

    private static List<Area> of(AreaKind kind, Areas areas) {
        return areas.all().stream().filter(area -> area.kind() == kind).toList();
    }

    private static Set<String> codes(List<Area> areas) {
        var codes = new TreeSet<String>();
        areas.forEach(area -> codes.add(area.code()));
        return codes;
    }
}
