package org.witan.statistics.loading;

import java.util.Map;

/// The reasons for leaving a row out, in words. A code may name its column after a colon.
final class RejectionReason {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("no-reference", "no crime reference"),
            Map.entry("no-offence", "no offence code"),
            Map.entry("unknown-offence", "the offence code is not in the reference data"),
            Map.entry("offence-became-a-date", "a spreadsheet has turned the offence code into a date"),
            Map.entry("no-recorded-date", "no recorded date"),
            Map.entry("recorded-in-future", "recorded in the future"),
            Map.entry("recorded-before-1990", "recorded before 1990"),
            Map.entry("committed-after-recorded", "committed after it was recorded"),
            Map.entry("committed-ends-before-start", "the last committed day is before the first"),
            Map.entry("committed-before-1900", "committed before 1900"),
            Map.entry("outcome-before-recorded", "the outcome is dated before the crime was recorded"),
            Map.entry("outcome-in-future", "the outcome is dated in the future"),
            Map.entry("unknown-area", "the area code is not in the reference data"),
            Map.entry("no-force", "no force, and no area that would give it"),
            Map.entry("unknown-force", "the force is not in the reference data"),
            Map.entry("unknown-partnership", "the partnership is not in the reference data"),
            Map.entry("impossible-age", "the victim's age is not between 0 and 120"),
            Map.entry("unknown-value", "not one of the schema's values"),
            Map.entry("not-yes-no-unknown", "a flag must be yes, no, unknown or blank"),
            Map.entry("repeated-reference", "a later line of this file has the same reference"),
            Map.entry("not-a-month", "the month is not of the form 2024-03"),
            Map.entry("before-police-uk", "before police.uk began in December 2010"),
            Map.entry("unknown-category", "the crime type is not one that police.uk uses"),
            Map.entry("not-a-quarter", "the financial year or quarter cannot be read"),
            Map.entry("no-number", "no number: missing is not zero"),
            Map.entry("not-a-number", "not a whole number"),
            Map.entry("not-a-date", "not a date"),
            Map.entry("too-few-columns", "fewer columns than the header; the file may be cut off"),
            Map.entry("too-many-columns", "more columns than the header"),
            Map.entry("stray-quotation-mark", "a stray quotation mark"),
            Map.entry("not-utf-8", "not UTF-8"),
            Map.entry("header-again", "the header again in the middle of the file"),
            Map.entry("cannot-be-read", "the line cannot be read"));

    private RejectionReason() {}

    static String inWords(String code) {
        String[] parts = code.split(":", 2);
        String words = WORDS.get(parts[0]);
        if (words == null) {
            throw new IllegalStateException("No words for the reason " + parts[0]);
        }
        return parts.length == 1 ? words : parts[1] + ": " + words;
    }
}
