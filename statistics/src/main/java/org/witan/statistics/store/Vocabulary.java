package org.witan.statistics.store;

import java.util.List;

/// The words that the coded columns of [Table#CRIME] may hold. Loading writes no others and a question may ask for no
/// others, so the two can never part.
public final class Vocabulary {
    /// Columns that hold one of [#YES_NO].
    public static final List<String> FLAGS = List.of(
            "domestic",
            "honour_based",
            "child_sexual_abuse",
            "child_sexual_exploitation",
            "hate",
            "online",
            "alcohol",
            "knife",
            "firearm",
            "repeat_victim");

    public static final List<String> YES_NO = List.of("yes", "no", "unknown");

    public static final List<String> VICTIM_SEX = List.of("female", "male", "other", "unknown");

    /// Of the suspect to the victim.
    public static final List<String> RELATIONSHIPS = List.of(
            "partner",
            "ex-partner",
            "parent",
            "child",
            "sibling",
            "other-family",
            "acquaintance",
            "stranger",
            "unknown");

    public static final List<String> PLACES = List.of(
            "home",
            "public-space",
            "education",
            "transport",
            "workplace",
            "licensed-premises",
            "healthcare",
            "custody",
            "online",
            "other",
            "unknown");

    private Vocabulary() {}
}
