package org.witan.marac;

import java.util.List;

/// That a page of a draft asks what a child, or somebody else, is to one of the alleged perpetrators.
///
/// @param place at which that one stands: `perpetrator.2` is 2
/// @param field of the page of the child: that of the first bears no number
public record ToHarmer(int place, String field) {
    private static final String FIELD = "relation-perpetrator";

    /// The field for the alleged perpetrator at a place.
    public static String field(int place) {
        return place == 1 ? FIELD : FIELD + "-" + place;
    }

    /// Whether a field is one of them.
    public static boolean isOne(String field) {
        return field.startsWith(FIELD);
    }

    /// One for each who is named, or the first where nobody is.
    public static List<ToHarmer> asked(Answers answers) {
        List<ToHarmer> named = answers.places("perpetrator").stream()
                .filter(place -> isNamed(answers, place))
                .map(place -> new ToHarmer(place, field(place)))
                .toList();
        return named.isEmpty() ? List.of(new ToHarmer(1, field(1))) : named;
    }

    private static boolean isNamed(Answers answers, int place) {
        return !Completeness.nameless(answers, "perpetrator." + place);
    }

    /// What was answered on the page of a child. Where the first page names nobody, an answer that bears no number was
    /// given for the first who is named.
    static String answer(Answers answers, String page, int place, boolean first) {
        String said = answers.text(page + "." + field(place));
        return said.isEmpty() && first && !isNamed(answers, 1) ? answers.text(page + "." + field(1)) : said;
    }
}
