package org.witan.linkage.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Alike;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;

/// The comparisons that suit what a field holds.
final class Vocabulary {
    private Vocabulary() {}

    static Comparison givenName(String field, @Nullable String surname) {
        List<Level> levels = new ArrayList<>();
        levels.add(Level.same(field));
        if (surname != null) {
            levels.addAll(swapped(field, surname));
        }
        levels.add(Level.of("is a short form", Alike.NICKNAME, field));
        levels.add(Level.of("is nearly the same", Alike.JARO_WINKLER, field, 0.92));
        levels.add(Level.of("is only an initial of the other", Alike.INITIAL, field));
        levels.add(Level.of("has a name in common", Alike.SHARED_WORD, field));
        levels.add(Level.of("sounds alike", Alike.SOUND, field));
        levels.add(Level.of("is similar", Alike.JARO_WINKLER, field, 0.82));
        return new Comparison(field, List.of(field), levels, Bearing.NAMING);
    }

    private static List<Level> swapped(String field, String other) {
        return List.of(
                new Level("stands in the place of the other name", Alike.SWAPPED, List.of(field, other), 0, false),
                new Level("is nearly what the other name is", Alike.SWAPPED, List.of(field, other), 0.88, false));
    }

    static Comparison surname(String field, @Nullable String given, @Nullable String others) {
        List<Level> levels = new ArrayList<>();
        levels.add(Level.same(field));
        if (given != null) {
            levels.addAll(swapped(field, given));
        }
        levels.add(Level.of("is nearly the same", Alike.JARO_WINKLER, field, 0.92));
        levels.add(Level.of("shares a part of a double name", Alike.SHARED_WORD, field));
        if (others != null) {
            levels.add(new Level("stands among the other's names", Alike.FOUND_IN, List.of(field, others), 0, false));
        }
        levels.add(Level.of("sounds alike", Alike.SOUND, field));
        levels.add(Level.of("is similar", Alike.JARO_WINKLER, field, 0.82));
        return new Comparison(field, List.of(field), levels, Bearing.SHARED);
    }

    static Comparison fullName(String field) {
        return on(
                field,
                Bearing.OWN,
                Level.same(field),
                Level.of("has nearly all words in common", Alike.MOST_WORDS, field, 0.1),
                Level.of("is nearly the same", Alike.JARO_WINKLER, field, 0.92),
                Level.of("has rare words in common", Alike.SHARED_BITS, field, 14),
                Level.of("has words in common", Alike.SHARED_BITS, field, 9),
                Level.of("has a common word in common", Alike.SHARED_BITS, field, 4));
    }

    static Comparison otherWords(String field) {
        return on(
                field,
                Bearing.OWN,
                Level.of("has rare words in common", Alike.SHARED_BITS, field, 10),
                Level.of("has words in common", Alike.SHARED_BITS, field, 3.5));
    }

    static Comparison aliases(String field) {
        return on(
                field,
                Bearing.OWN,
                Level.same(field),
                Level.of("has a name in common", Alike.SHARED_VALUE, field),
                Level.of("has words in common", Alike.SHARED_BITS, field, 8));
    }

    static Comparison birth(String field) {
        return on(
                field,
                Bearing.OWN,
                Level.same(field),
                Level.of("has day and month swapped", Alike.DAY_AND_MONTH_SWAPPED, field),
                Level.of("differs in one digit", Alike.LETTERS_APART, field, 1),
                Level.of("has two of day, month and year in common", Alike.DAY_PARTS, field, 2),
                Level.of("is in the same year", Alike.YEARS_APART, field, 0),
                Level.of("has the day or month in common", Alike.DAY_PARTS, field, 1));
    }

    static Comparison sex(String field) {
        return on(field, Bearing.OWN, Level.same(field));
    }

    /// Only equal addresses count: many are made of a name and a number, so that two people of one name are similar.
    static Comparison email(String field) {
        return on(
                field,
                Bearing.SHARED,
                Level.same(field),
                Level.of("has the same mailbox elsewhere", Alike.MAILBOX, field));
    }

    static Comparison code(String field, Bearing bearing) {
        return on(
                field,
                bearing,
                Level.same(field),
                Level.of("differs in one digit", Alike.LETTERS_APART, field, 1),
                Level.of("differs in two digits", Alike.LETTERS_APART, field, 2));
    }

    /// A number whose check digit catches every slip of one digit: two valid ones that differ are two numbers.
    static Comparison checkedCode(String field, Alike bothValid) {
        return on(
                field,
                Bearing.IDENTIFYING,
                Level.same(field),
                Level.of("is another valid number", bothValid, field),
                Level.of("differs in one digit", Alike.LETTERS_APART, field, 1),
                Level.of("differs in two digits", Alike.LETTERS_APART, field, 2));
    }

    static Comparison place(List<Level> levels, List<String> fields) {
        return new Comparison("place", fields, levels, Bearing.SHARED);
    }

    static List<Level> postcode(String field) {
        return List.of(
                Level.same(field),
                Level.of("has a postcode that differs in one sign", Alike.LETTERS_APART, field, 1),
                Level.of("lies in the same postcode sector", Alike.POSTCODE_SECTOR, field),
                Level.of("lies in the same postcode district", Alike.POSTCODE_DISTRICT, field));
    }

    static List<Level> town(String field) {
        return List.of(
                new Level("has the same " + field, Alike.SAME, List.of(field), 0, true),
                Level.of("has nearly the same " + field, Alike.JARO_WINKLER, field, 0.88));
    }

    static Comparison text(String field) {
        return on(
                field,
                Bearing.OWN,
                Level.same(field),
                Level.of("is nearly the same", Alike.JARO_WINKLER, field, 0.92),
                Level.of("has rare words in common", Alike.SHARED_BITS, field, 8),
                Level.of("has words in common", Alike.SHARED_BITS, field, 3),
                Level.of("is similar", Alike.JARO_WINKLER, field, 0.8));
    }

    static Comparison shared(Comparison comparison) {
        return new Comparison(comparison.name(), comparison.fields(), comparison.levels(), Bearing.SHARED);
    }

    static Comparison number(String field) {
        return on(
                field,
                Bearing.SHARED,
                Level.same(field),
                Level.of("differs in one sign", Alike.LETTERS_APART, field, 1));
    }

    private static Comparison on(String field, Bearing bearing, Level... levels) {
        return new Comparison(field, List.of(field), List.of(levels), bearing);
    }
}
