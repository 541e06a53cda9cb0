package org.witan.statistics.place;

/// Something a reader must know of an answer.
///
/// @param code a name that stays: `map-points`
/// @param text one plain sentence or two
public record Caveat(String code, String text) {}
