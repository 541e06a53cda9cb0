package org.witan.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.witan.linkage.text.Folding;
import org.witan.linkage.text.Nicknames;

/// What somebody typed to find a person, taken apart: days, months and years of birth, postcodes, numbers, references,
/// and what is left as words. The order of what was typed does not matter.
final class SearchWords {
    private static final int MOST = 8;
    private static final int MONTHS = 12;
    private static final int CENTURY = 100;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?![\\d/-])");
    private static final Pattern TOGETHER = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ .-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]*"
                    + "(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "(?i)\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]+((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d/.-])(\\d{1,2})[/.-]((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\b[a-z]+-(?=[\\w-]*\\d)[\\w-]+");
    private static final Pattern POSTCODE = Pattern.compile("(?i)\\b([a-z]{1,2}\\d[a-z\\d]?) ?(\\d[a-z]{2})\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\w)\\+?\\d[\\d ()-]{5,}\\d(?!\\w)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’`]+");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "and", "aka", "dob", "born");
    /// Beginnings of a name that people write apart.
    private static final Set<String> BEGINNINGS = Set.of("o", "mc", "mac", "d", "el", "ul");

    private final LocalDate today;
    private final List<Asked> asked = new ArrayList<>();
    private String rest;

    private SearchWords(String typed, LocalDate today) {
        this.today = today;
        this.rest = typed;
    }

    /// What is asked for; empty when it is too little to ask for, such as an initial alone.
    static List<Asked> read(String typed, LocalDate today) {
        var words = new SearchWords(typed, today);
        words.takeApart();
        boolean tells = words.asked.stream().anyMatch(one -> one.kind() != Kind.INITIAL);
        return tells ? words.asked.stream().distinct().limit(MOST).toList() : List.of();
    }

    private void takeApart() {
        take(EMAIL, found -> new Asked(Kind.EMAIL, List.of(found.group()), List.of()));
        take(YEAR_FIRST, found -> day(found.group(1), number(found.group(2)), number(found.group(3))));
        take(NAMED, found -> day(found.group(3), month(found.group(2)), number(found.group(1))));
        take(DAY_FIRST, found -> day(found.group(3), number(found.group(2)), number(found.group(1))));
        take(TOGETHER, found -> day(found.group(3), number(found.group(2)), number(found.group(1))));
        take(NAMED_MONTH, found -> month(found.group(2), month(found.group(1))));
        take(MONTH, found -> month(found.group(2), number(found.group(1))));
        take(REFERENCE, found -> new Asked(Kind.REFERENCE, List.of(Folding.joined(found.group())), List.of()));
        take(POSTCODE, found -> new Asked(Kind.POSTCODE, List.of(Folding.joined(found.group())), List.of()));
        take(NUMBER, found -> new Asked(Kind.NUMBER, List.of(Folding.joined(found.group())), List.of()));
        names();
    }

    /// Takes out what is of one form. What is none after all, such as 40/40/1990, stays for the words.
    private void take(Pattern form, Function<MatchResult, Asked> reading) {
        var left = new StringBuilder();
        int at = 0;
        for (MatchResult found : form.matcher(rest).results().toList()) {
            Asked one = reading.apply(found);
            if (!one.given().isEmpty()) {
                asked.add(one);
                left.append(rest, at, found.start()).append(' ');
                at = found.end();
            }
        }
        rest = left.append(rest, at, rest.length()).toString();
    }

    private void names() {
        String before = "";
        for (String part : BETWEEN.splitAsStream(rest).toList()) {
            String folded = Folding.joined(part);
            if (folded.isEmpty() || TITLES.contains(folded)) {
                continue;
            }
            if (BEGINNINGS.contains(folded) && before.isEmpty()) {
                before = folded;
                continue;
            }
            asked.add(word(part, folded, before));
            before = "";
        }
        if (!before.isEmpty()) {
            asked.add(word(before, before, ""));
        }
    }

    private static Asked word(String part, String folded, String before) {
        if (!before.isEmpty()) {
            return new Asked(Kind.WORD, List.of(before + part), List.of(folded));
        }
        if (YEAR.matcher(folded).matches()) {
            return new Asked(Kind.YEAR, List.of(folded), List.of());
        }
        boolean initial = folded.length() == 1;
        return new Asked(
                initial ? Kind.INITIAL : Kind.WORD,
                List.of(part),
                List.copyOf(Nicknames.shipped().of(folded)));
    }

    private Asked day(String year, int month, int day) {
        return new Asked(Kind.DAY, days(year, month, day), days(year, day, month));
    }

    private List<String> days(String year, int month, int day) {
        return years(year)
                .flatMap(whole -> {
                    try {
                        return Stream.of(LocalDate.of(whole, month, day).toString());
                    } catch (DateTimeException _) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    private Asked month(String year, int month) {
        return new Asked(
                Kind.MONTH,
                month < 1 || month > MONTHS ? List.of() : List.of("%s-%02d".formatted(year, month)),
                List.of());
    }

    /// Two figures of a year are of this century or the one before, whichever is not yet to come.
    private Stream<Integer> years(String year) {
        int typed = number(year);
        if (year.length() == 4) {
            return Stream.of(typed);
        }
        int century = today.getYear() / CENTURY * CENTURY;
        return Stream.of(century + typed, century - CENTURY + typed).filter(whole -> whole <= today.getYear());
    }

    private static int month(String name) {
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("no month");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /// One thing that is asked for.
    ///
    /// @param given as typed; several where it may mean several
    /// @param also what it may stand for, less likely
    record Asked(Kind kind, List<String> given, List<String> also) {

        @Override
        public String toString() {
            return kind.name();
        }
    }

    /// What something that was typed is.
    enum Kind {
        WORD,
        INITIAL,
        DAY,
        MONTH,
        YEAR,
        POSTCODE,
        NUMBER,
        EMAIL,
        REFERENCE
    }
}
