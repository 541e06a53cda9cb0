package org.witan.statistics.reference;

/// Where reference data comes from.
///
/// @param name the short name that rows carry in their `source` column
public record ReferenceSource(String name, String title, String publisher, String licence, String whereFrom) {}
