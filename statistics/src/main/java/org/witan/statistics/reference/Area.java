package org.witan.statistics.reference;

/// A named place with a code, as one vintage drew it.
///
/// @param code the ONS nine-character code, for example `E07000196`
/// @param vintage the year of the boundaries the code belongs to
/// @param source where the row comes from
public record Area(String code, String name, AreaKind kind, int vintage, String source) {}
