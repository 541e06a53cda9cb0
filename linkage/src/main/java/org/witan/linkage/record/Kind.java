package org.witan.linkage.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.witan.linkage.text.Day;
import org.witan.linkage.text.Folding;
import org.witan.linkage.text.Postcode;

/// What a field holds, and so how its text is written before anything is compared.
public enum Kind {
    /// A name or any words: small letters, no accents, no signs.
    WORDS {
        @Override
        String write(String text) {
            String folded = Folding.words(text);
            return NOT_GIVEN.contains(folded) ? "" : folded;
        }
    },
    /// The same words in the order of the alphabet, for names whose order nobody knows.
    WORDS_IN_ANY_ORDER {
        @Override
        String write(String text) {
            return Arrays.stream(WORDS.write(text).split(" ", -1)).sorted().collect(Collectors.joining(" "));
        }
    },
    /// The words of the first column that stand in none of the others.
    OTHER_WORDS {
        @Override
        String write(String text) {
            String[] parts = text.split(Field.BETWEEN, -1);
            Set<String> known = Arrays.stream(parts)
                    .skip(1)
                    .flatMap(part -> Arrays.stream(WORDS.write(part).split(" ", -1)))
                    .collect(Collectors.toSet());
            return Arrays.stream(WORDS.write(parts[0]).split(" ", -1))
                    .filter(word -> !known.contains(word))
                    .collect(Collectors.joining(" "));
        }
    },
    /// Several values of equal rank, parted by `;` or `|`: aliases, former names, telephone numbers.
    LIST {
        @Override
        String write(String text) {
            return Arrays.stream(text.split("[;|]", -1))
                    .map(WORDS::write)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("|"));
        }
    },
    /// A day of the calendar.
    DAY {
        @Override
        String write(String text) {
            return Day.digits(text);
        }
    },
    POSTCODE {
        @Override
        String write(String text) {
            return Postcode.written(text);
        }
    },
    /// A telephone number: digits, with a leading 0 in place of a country's code.
    PHONE {
        @Override
        String write(String text) {
            String digits = NO_DIGITS.matcher(text).replaceAll("");
            String national = digits.startsWith("44") || digits.startsWith("00")
                    ? UNITED_KINGDOM.matcher(digits).replaceFirst("0")
                    : digits;
            return national.length() < SHORTEST_PHONE ? "" : national;
        }
    },
    EMAIL {
        @Override
        String write(String text) {
            return text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        }
    },
    /// A number or reference that somebody issued: letters and digits only.
    CODE {
        @Override
        String write(String text) {
            String joined = Folding.joined(text);
            return NOT_GIVEN.contains(joined) ? "" : joined;
        }
    },
    SEX {
        @Override
        String write(String text) {
            String folded = Folding.words(text);
            return switch (folded) {
                case "male", "man", "boy", "m" -> "m";
                case "female", "woman", "girl", "f", "w" -> "f";
                case "u", "x", "9" -> "";
                default -> WORDS.write(text);
            };
        }
    },
    /// Degrees north and east, with a space or comma between.
    POINT {
        @Override
        String write(String text) {
            return text.strip().replaceAll("[ ,]+", " ");
        }
    };

    private static final Set<String> NOT_GIVEN = Set.of(
            "unknown",
            "not known",
            "n a",
            "na",
            "nan",
            "none",
            "null",
            "nil",
            "not given",
            "not recorded",
            "not stated",
            "not applicable",
            "unk",
            "nk",
            "tbc");

    private static final int SHORTEST_PHONE = 6;
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern UNITED_KINGDOM = Pattern.compile("^(00)?44(0)?(?=\\d{9,10}$)");

    /// The text as it is compared; empty where it says nothing.
    abstract String write(String text);
}
