package org.witan.statistics.synthetic;

/// Crimes that are alike in what the calibration fixes.
///
/// @param year the calendar year in which the financial year begins
/// @param district the district's index; the last one stands for "not known"
/// @param count how many there are in the natural set
record Cell(int year, OffenceMix offence, int district, boolean domestic, long count) {}
