package org.witan.marac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.witan.people.Answer;
import org.witan.site.Days;

/// Something in a draft that looks wrong. It is told and stops nothing: whoever refers knows better than we do.
///
/// @param page on which it stands
/// @param field of that page; empty when it is about the page as a whole
public record Doubt(What what, String page, String field) {
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PLACES = Set.of("address.postcode", "address.lines", "address.town");

    /// What looks wrong.
    public enum What {
        /// An alleged perpetrator, or somebody else, has the name and no other date of birth than the victim.
        SAME_AS_VICTIM,
        /// Somebody stands on two pages.
        NAMED_TWICE,
        /// A date of birth that is in the future or more than 120 years ago.
        IMPOSSIBLE_BIRTH,
        /// The victim may be under 16, as far as the year tells.
        MAY_BE_UNDER_16,
        /// A name with a figure in it.
        FIGURE_IN_NAME,
        /// A postcode outside the boxes for addresses, where more people read it.
        POSTCODE_IN_WORDS,
        /// Somebody works for an agency of the partnership.
        WORKS_FOR_AN_AGENCY
    }

    /// All that looks wrong, in the order of the pages.
    public static List<Doubt> of(Answers answers, LocalDate today) {
        var doubts = new ArrayList<Doubt>();
        List<String> persons = persons(answers).toList();
        addSame(answers, persons, doubts);
        if (Ages.of(answers.text("victim.born"), today)
                .filter(Ages::mayBeUnder16)
                .isPresent()) {
            doubts.add(new Doubt(What.MAY_BE_UNDER_16, "victim", "born"));
        }
        for (String page : persons) {
            if (!page.equals("victim") && isImpossible(answers.text(page + ".born"), today)) {
                doubts.add(new Doubt(What.IMPOSSIBLE_BIRTH, page, "born"));
            }
            Stream.of("given", "family")
                    .filter(field -> answers.text(page + "." + field).chars().anyMatch(Character::isDigit))
                    .forEach(field -> doubts.add(new Doubt(What.FIGURE_IN_NAME, page, field)));
            if (answers.answer(page + ".works") == Answer.YES) {
                doubts.add(new Doubt(What.WORKS_FOR_AN_AGENCY, page, "works"));
            }
        }
        addPostcodes(answers, doubts);
        return doubts;
    }

    private static Stream<String> persons(Answers answers) {
        return Stream.of(
                        Stream.of("victim"),
                        answers.places("perpetrator").stream().map(place -> "perpetrator." + place),
                        answers.places("other").stream().map(place -> "other." + place))
                .flatMap(pages -> pages);
    }

    private static void addSame(Answers answers, List<String> persons, List<Doubt> doubts) {
        Map<String, String> seen = new HashMap<>();
        for (String page : persons) {
            String name = name(answers, page);
            String earlier = name.isEmpty() ? null : seen.get(name);
            if (earlier == null) {
                seen.put(name, page);
            } else if (isBornAlike(answers.text(earlier + ".born"), answers.text(page + ".born"))) {
                doubts.add(new Doubt(earlier.equals("victim") ? What.SAME_AS_VICTIM : What.NAMED_TWICE, page, ""));
            }
        }
    }

    /// One line of letters, so that spaces, marks and capitals make no other name.
    private static String name(Answers answers, String page) {
        return (answers.text(page + ".given") + " " + answers.text(page + ".family"))
                .toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static boolean isBornAlike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        var first = Days.read(one);
        return first.isPresent() ? first.equals(Days.read(other)) : one.equals(other);
    }

    private static boolean isImpossible(String typed, LocalDate today) {
        return Ages.of(typed, today).filter(Ages::areImpossible).isPresent();
    }

    private static void addPostcodes(Answers answers, List<Doubt> doubts) {
        var told = new HashSet<String>();
        answers.typed().keySet().stream().sorted().forEach(field -> {
            int dot = field.lastIndexOf('.');
            String page = field.substring(0, dot);
            boolean isPlace =
                    PLACES.contains(field) || Set.of("lines", "postcode").contains(field.substring(dot + 1));
            if (!isPlace && POSTCODE.matcher(answers.text(field)).find() && told.add(page)) {
                doubts.add(new Doubt(What.POSTCODE_IN_WORDS, page, field.substring(dot + 1)));
            }
        });
    }
}
