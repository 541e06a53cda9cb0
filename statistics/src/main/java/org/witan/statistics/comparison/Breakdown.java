package org.witan.statistics.comparison;

import java.util.Optional;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.store.Table;

/// The areas that a figure for one area is broken down into.
///
/// @param column the column that names them
record Breakdown(String column, AreaKind kind) {

    /// @throws BadInput when the table or the area knows no smaller ones
    static Breakdown byArea(Place place, Table table) {
        var breakdown = table == Table.COUNTED ? ofCounts(place) : ofRows(place);
        return breakdown.orElseThrow(() ->
                new BadInput(place.area().name() + " cannot be broken down by area in the " + TableChoice.name(table)));
    }

    private static Optional<Breakdown> ofRows(Place place) {
        return switch (place.area().kind()) {
            case ENGLAND_AND_WALES -> Optional.of(new Breakdown("force", AreaKind.FORCE));
            case REGION, FORCE, COUNTY -> Optional.of(new Breakdown("district", AreaKind.DISTRICT));
            case PARTNERSHIP ->
                Optional.of(
                        place.districts().size() > 1
                                ? new Breakdown("district", AreaKind.DISTRICT)
                                : new Breakdown("ward", AreaKind.WARD));
            case DISTRICT -> Optional.of(new Breakdown("ward", AreaKind.WARD));
            case WARD -> Optional.of(new Breakdown("lsoa", AreaKind.LSOA));
            case LSOA -> Optional.empty();
        };
    }

    private static Optional<Breakdown> ofCounts(Place place) {
        return switch (place.area().kind()) {
            case ENGLAND_AND_WALES -> Optional.of(new Breakdown("force", AreaKind.FORCE));
            case REGION, FORCE, COUNTY -> Optional.of(new Breakdown("partnership", AreaKind.PARTNERSHIP));
            case PARTNERSHIP, DISTRICT, WARD, LSOA -> Optional.empty();
        };
    }
}
