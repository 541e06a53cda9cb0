package org.witan.priorities;

/// What one crime of a type weighs in a table of weights.
///
/// @param offences name of the offence set
/// @param days of a starting sentence
/// @param floor true where it is no starting point but the least that is counted
public record HarmWeight(String offences, double days, boolean floor) {}
