package org.witan.statistics.reference;

/// Where reference data comes from.
///
/// @param name the short name that rows carry in their `source` column
/// @param attribution the sentence that must go with the data; blank for what is our own
public record ReferenceSource(
        String name, String title, String publisher, String licence, String attribution, String whereFrom) {}
