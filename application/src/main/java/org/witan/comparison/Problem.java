package org.witan.comparison;

/// Why something typed cannot be used.
///
/// @param field the field to go to
record Problem(String field, String text) {}
