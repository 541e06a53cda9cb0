package org.witan.statistics.place;

/// A place in metres on the British National Grid.
///
/// @param east metres east of the grid's origin
/// @param north metres north of it
public record Point(double east, double north) {}
