package org.witan.marac;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.witan.site.Days;

/// How old somebody may be, by what was typed as their date of birth: a day, a year among other
/// words, a day with a year of two figures, or an age.
///
/// Under 16 the route is children's safeguarding, and 16 and 17 have a checklist of their own. Who
/// does not know the day writes the year, and it must not pass as if nothing were known.
///
/// @param least years; negative when it is to come
/// @param most years
public record Ages(int least, int most) {
    private static final int CHILD = 16;
    private static final int ADULT = 18;
    private static final int OLDEST = 120;
    private static final int CENTURY = 100;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:18|19|20)\\d\\d)(?!\\d)");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{2})");
    private static final Pattern AGE = Pattern.compile(
            "(?:about|approx\\.?|approximately|circa|c\\.?|aged?|~)?\\s*(\\d{1,2})\\s*(?:years?( old)?|yrs?|y/?o)?",
            Pattern.CASE_INSENSITIVE);

    /// Reads what was typed; empty when it tells no age.
    public static Optional<Ages> of(String typed, LocalDate today) {
        String text = typed.strip();
        return Days.read(text)
                .map(day -> of(day, today))
                .or(() -> ofShort(text, today))
                .or(() -> ofYear(text, today))
                .or(() -> ofAge(text, today));
    }

    private static Ages of(LocalDate born, LocalDate today) {
        int age = born.isAfter(today) ? -1 : Period.between(born, today).getYears();
        return new Ages(age, age);
    }

    /// Of the two centuries that are meant, a day to come or of more than a hundred years ago is not.
    private static Optional<Ages> ofShort(String text, LocalDate today) {
        var found = SHORT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int[] ages = IntStream.of(today.getYear() / CENTURY, today.getYear() / CENTURY - 1)
                .mapToObj(century -> Days.read(found.group(1) + "/" + found.group(2) + "/" + century + found.group(3)))
                .flatMap(Optional::stream)
                .map(day -> of(day, today))
                .mapToInt(Ages::least)
                .filter(age -> age >= 0 && age <= CENTURY)
                .toArray();
        return ages.length == 0
                ? Optional.empty()
                : Optional.of(new Ages(
                        IntStream.of(ages).min().getAsInt(),
                        IntStream.of(ages).max().getAsInt()));
    }

    private static Optional<Ages> ofYear(String text, LocalDate today) {
        int[] years = YEAR.matcher(text)
                .results()
                .mapToInt(one -> Integer.parseInt(one.group(1)))
                .toArray();
        if (years.length == 0) {
            return Optional.empty();
        }
        int first = IntStream.of(years).min().getAsInt();
        int last = IntStream.of(years).max().getAsInt();
        return Optional.of(new Ages(Math.max(-1, today.getYear() - last - 1), today.getYear() - first));
    }

    /// Two figures alone may be an age, or a year without its century.
    private static Optional<Ages> ofAge(String text, LocalDate today) {
        var found = AGE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int age = Integer.parseInt(found.group(1));
        if (!found.group(1).equals(text)) {
            return Optional.of(new Ages(age, age));
        }
        int years = Math.floorMod(today.getYear() - age, CENTURY);
        return Optional.of(new Ages(Math.min(age, Math.max(0, years - 1)), Math.max(age, years)));
    }

    /// Whether it cannot be: to come, or of more than 120 years ago.
    public boolean areImpossible() {
        return most < 0 || least > OLDEST;
    }

    /// Whether they are under 16, whatever the day.
    public boolean areUnder16() {
        return !areImpossible() && most < CHILD;
    }

    /// Whether they may be under 16, and may be not.
    public boolean mayBeUnder16() {
        return !areImpossible() && least < CHILD && most >= CHILD;
    }

    /// Whether they are 16 or 17, or may be.
    public boolean mayBe16Or17() {
        return !areImpossible() && least < ADULT && most >= CHILD;
    }
}
