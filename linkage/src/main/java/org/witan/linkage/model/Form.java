package org.witan.linkage.model;

import java.util.Locale;
import org.witan.linkage.text.Postcode;
import org.witan.linkage.text.Sound;

/// Which part of a field's value two records must have in common to be compared at all.
public enum Form {
    WHOLE,
    SOUND,
    FIRST_LETTER,
    FIRST_THREE,
    FIRST_WORD,
    LAST_WORD,
    YEAR,
    MONTH_AND_DAY,
    YEAR_AND_MONTH,
    DISTRICT,
    SECTOR,
    MAILBOX;

    private static final int DAY_LENGTH = 8;

    /// The part of a value that is not empty; empty where the value has none.
    public String of(String value) {
        return switch (this) {
            case WHOLE -> value;
            case SOUND -> Sound.code(value);
            case FIRST_LETTER -> value.substring(0, 1);
            case FIRST_THREE -> value.length() < 3 ? "" : value.substring(0, 3);
            case FIRST_WORD -> value.indexOf(' ') < 0 ? value : value.substring(0, value.indexOf(' '));
            case LAST_WORD -> value.substring(value.lastIndexOf(' ') + 1);
            case YEAR -> value.length() == DAY_LENGTH ? value.substring(0, 4) : "";
            case MONTH_AND_DAY -> value.length() == DAY_LENGTH ? value.substring(4) : "";
            case YEAR_AND_MONTH -> value.length() == DAY_LENGTH ? value.substring(0, 6) : "";
            case DISTRICT -> Postcode.part(value, Postcode.Part.DISTRICT);
            case SECTOR -> Postcode.part(value, Postcode.Part.SECTOR);
            case MAILBOX -> value.indexOf('@') <= 0 ? "" : value.substring(0, value.indexOf('@'));
        };
    }

    /// As a model's file names it.
    public String notation() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
