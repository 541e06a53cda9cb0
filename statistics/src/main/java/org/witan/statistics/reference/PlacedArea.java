package org.witan.statistics.reference;

import java.util.Arrays;
import java.util.List;

/// An area with the codes of what it lies in; empty where it lies in none of that kind.
record PlacedArea(Area area, String district, String partnership, String force, String county, String region) {

    static PlacedArea of(ReferenceFile.Row row) {
        Area area = new Area(
                row.required("code"),
                row.required("name"),
                row.choice("kind", AreaKind.class),
                Integer.parseInt(row.required("vintage")),
                row.required("source"));
        return new PlacedArea(
                area,
                row.text("district"),
                row.text("partnership"),
                row.text("force"),
                row.text("county"),
                row.text("region"));
    }

    /// Usually one; several where districts were joined and their partnerships were not.
    List<String> partnerships() {
        return Arrays.asList(partnership.split(";", -1));
    }

    boolean liesIn(Area outer) {
        return switch (outer.kind()) {
            case ENGLAND_AND_WALES -> true;
            case REGION -> region.equals(outer.code());
            case FORCE -> force.equals(outer.code());
            case COUNTY -> county.equals(outer.code());
            case PARTNERSHIP -> partnerships().contains(outer.code());
            case DISTRICT -> district.equals(outer.code());
            case WARD, LSOA -> false;
        };
    }
}
