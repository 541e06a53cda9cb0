package org.witan.statistics.synthetic;

import java.util.List;
import java.util.Set;

/// A published or assumed total that the invented crimes must add up to.
///
/// @param codes the offences it counts; empty: all of them
/// @param district the district it is of; empty: the whole force
/// @param domestic true when it counts crimes flagged domestic only
record Target(String year, Set<String> codes, String district, boolean domestic, long count) {

    static List<Target> staffordshire() {
        return ShippedTable.read("staffordshire-calibration.csv").stream()
                .map(row -> new Target(
                        row.getField("year"),
                        row.getField("codes").equals("*")
                                ? Set.of()
                                : Set.of(row.getField("codes").split(" ")),
                        row.getField("district"),
                        row.getField("domestic").equals("yes"),
                        Long.parseLong(row.getField("count"))))
                .toList();
    }

    boolean counts(OffenceMix mix) {
        return codes.contains(mix.code());
    }
}
