package org.witan.statistics.reference;

import org.jspecify.annotations.Nullable;

/// A lower layer super output area of 2021, or one of 2011 that has no 2021 code of its own.
///
/// @param lsoa2021 null where the 2011 area was split
/// @param ward null where its parts lie in several wards
/// @param district null where its parts lie in several districts
record Lsoa(
        String code,
        String name,
        int vintage,
        @Nullable String lsoa2021,
        @Nullable String ward,
        @Nullable String district,
        String source) {

    static Lsoa of(ReferenceFile.Row row) {
        return new Lsoa(
                row.required("code"),
                row.required("name"),
                Integer.parseInt(row.required("vintage")),
                row.textOrNull("lsoa_2021"),
                row.textOrNull("ward"),
                row.textOrNull("district"),
                row.required("source"));
    }

    Area area() {
        return new Area(code, name, AreaKind.LSOA, vintage, source);
    }
}
