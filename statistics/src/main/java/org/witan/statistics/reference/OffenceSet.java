package org.witan.statistics.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A named, versioned set of offences, with the condition (victim's sex, domestic or not) that belongs to it.
///
/// @param name the key that questions use: `stalking`
/// @param codes normalised offence codes; empty with `streetCategories` for sets that only street files know
/// @param streetCategories police.uk categories (slugs) that are exactly this set; empty when none is
/// @param condition filters that are part of the definition: `victim_sex` to `female`
/// @param status `published`, `proposal` or `unconfirmed`
public record OffenceSet(
        String name,
        String title,
        String version,
        String status,
        Set<OffenceCode> codes,
        Set<String> streetCategories,
        Map<String, String> condition,
        Validity validity,
        List<String> sources,
        String note) {}
