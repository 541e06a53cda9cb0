package org.witan.statistics.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Places, what they lie in, and how one vintage maps to another.
public final class Areas {
    public List<Area> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Area> find(String code) {
        throw new UnsupportedOperationException();
    }

    /// The area a person names by name or code, without case. A name that several kinds share is the police force
    /// area first, then the district, county, partnership, ward; `Staffordshire` is the force, `Staffordshire
    /// (county)` the county. @throws BadInput with near names when there is none
    public Area the(String nameOrCode) {
        throw new UnsupportedOperationException();
    }

    /// The areas of one kind that lie in another: the districts of a force.
    public List<Area> within(Area area, AreaKind kind) {
        throw new UnsupportedOperationException();
    }

    /// The codes of the 2024 districts that make up an area of district size or larger.
    public Set<String> districtsOf(Area area) {
        throw new UnsupportedOperationException();
    }

    /// The force whose area the district lies in.
    public String forceOf(String districtCode) {
        throw new UnsupportedOperationException();
    }

    /// The force area by any printed name: `Staffordshire`, `Staffordshire Police`, `Avon & Somerset`.
    public Optional<Area> findForce(String printed) {
        throw new UnsupportedOperationException();
    }

    /// Every printed name and code of a force to its code; bodies without an area (British Transport Police, Action
    /// Fraud) to their own name. For a join over millions of rows.
    public Map<String, String> forceNames() {
        throw new UnsupportedOperationException();
    }

    /// Where each published area code (LSOA 2011 and 2021, ward 2024, district) lies in the geography of 2024; for a
    /// join over millions of rows.
    public Map<String, Placing> placings() {
        throw new UnsupportedOperationException();
    }

    /// The LSOAs of 2011 inside an area that were split, merged or redrawn by 2021.
    public int redrawnLsoas(Area area) {
        throw new UnsupportedOperationException();
    }

    /// Where a published code lies in the geography of 2024.
    ///
    /// @param vintage 2011 for a code that exists in 2011 only, else 2021 (LSOA) or 2024
    /// @param lsoa the 2021 LSOA; null where a 2011 code was split, or for larger areas
    /// @param ward the 2024 ward; null where the parts of a split LSOA lie in several
    public record Placing(
            String code,
            int vintage,
            @Nullable String lsoa,
            @Nullable String ward,
            String district,
            String force) {}
}
