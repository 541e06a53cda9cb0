package org.witan.site;

/// Why something typed cannot be used.
///
/// @param field the field to go to
public record Problem(String field, String text) {}
