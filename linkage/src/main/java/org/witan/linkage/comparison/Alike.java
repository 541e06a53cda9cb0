package org.witan.linkage.comparison;

import java.util.Locale;

/// The vocabulary of likeness. What a limit means is said with each; where nothing is said there is none.
///
/// The first group looks at two values of one field. The last looks at several fields of both records.
public enum Alike {
    /// The same text.
    SAME,
    /// Jaro-Winkler at least the limit.
    JARO_WINKLER,
    /// At most as many letters inserted, removed, replaced or swapped as the limit.
    LETTERS_APART,
    /// Both pass their check digit modulo 11, so that neither is a slip of the other.
    BOTH_VALID_MODULO_11,
    /// The same for a check digit after Luhn.
    BOTH_VALID_LUHN,
    /// One is a short or pet form of the other, or both are of a third.
    NICKNAME,
    /// One is the first letter of the other.
    INITIAL,
    /// Spellings of one sound, in any of several languages.
    SOUND,
    /// A whole word in common: one part of a double-barrelled name, one of several given names.
    SHARED_WORD,
    /// Words in common that tell at least as many bits as the limit: a rare word tells more.
    SHARED_BITS,
    /// The same words but for at most a share of their bits, given by the limit.
    MOST_WORDS,
    /// Day and month changed places.
    DAY_AND_MONTH_SWAPPED,
    /// At least as many of year, month and day in common as the limit.
    DAY_PARTS,
    /// Years at most the limit apart.
    YEARS_APART,
    /// The same postcode but for its last two letters.
    POSTCODE_SECTOR,
    /// The same first half of the postcode.
    POSTCODE_DISTRICT,
    /// The same part before the sign @.
    MAILBOX,
    /// The same last letters or digits, as many as the limit.
    SAME_END,
    /// A value in common between two lists.
    SHARED_VALUE,
    /// At most as many kilometres apart as the limit.
    KILOMETRES,
    /// The first field of one record is the second of the other, both ways; with a limit, one way by Jaro-Winkler at
    /// least so alike.
    SWAPPED,
    /// A word of the first field stands in the second field of the other record.
    FOUND_IN,
    /// At least as many fields are the same as the limit.
    PARTS_AGREE;

    /// Whether it needs more than two values of one field.
    boolean spansFields() {
        return this == SWAPPED || this == FOUND_IN || this == PARTS_AGREE;
    }

    /// What it costs to look, roughly, where 1 is the cost of comparing two numbers.
    int cost() {
        return switch (this) {
            case SAME,
                    DAY_AND_MONTH_SWAPPED,
                    DAY_PARTS,
                    YEARS_APART,
                    SOUND,
                    POSTCODE_SECTOR,
                    POSTCODE_DISTRICT,
                    MAILBOX,
                    SAME_END,
                    BOTH_VALID_LUHN,
                    BOTH_VALID_MODULO_11 -> 1;
            case LETTERS_APART, NICKNAME, INITIAL, SHARED_WORD, SHARED_VALUE, SWAPPED, PARTS_AGREE, SHARED_BITS -> 2;
            case JARO_WINKLER, MOST_WORDS, FOUND_IN, KILOMETRES -> 4;
        };
    }

    /// As a model's file names it.
    public String notation() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
