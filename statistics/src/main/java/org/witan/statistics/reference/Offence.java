package org.witan.statistics.reference;

import org.jspecify.annotations.Nullable;

/// One class of notifiable offence.
///
/// @param group and subgroup as the Home Office's tables name them
/// @param policeUkCategory the category in street files, as a slug
/// @param severityWeight the ONS Crime Severity Score weight; null where none is published
public record Offence(
        OffenceCode code,
        String description,
        String group,
        String subgroup,
        @Nullable String policeUkCategory,
        @Nullable Double severityWeight,
        Validity validity,
        String source) {}
