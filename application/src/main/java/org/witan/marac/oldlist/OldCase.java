package org.witan.marac.oldlist;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A past case as one row of a list tells it.
///
/// @param referredOn the day of the referral; that of the meeting where only that is told
/// @param metOn the day of the meeting; null when none is told
/// @param perpetrators none where it is not sure whom a cell names: then nobody is, and the words stay in what
///     was unread
/// @param heard whether a meeting heard it
/// @param unread the cells of all columns with their headings, as they stood there
public record OldCase(
        Someone victim,
        List<Someone> perpetrators,
        LocalDate referredOn,
        @Nullable LocalDate metOn,
        Heard heard,
        String children,
        String agency,
        String repeat,
        String outcome,
        String unread) {
    private static final int OLDEST = 120;
    private static final int MOST_PERPETRATORS = 8;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_ROW = 90_000;
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;\\n/&]|\\band\\b)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOBODY =
            Set.of("", "-", "?", "n/a", "na", "nk", "n/k", "none", "unknown", "not known", "tbc");
    /// Another name, a remark in brackets, or words about somebody whom nobody knows.
    private static final Pattern NO_NAME = Pattern.compile(
            "\\b(?:a[./]?k[./]?a|alias|née|nee)\\b|[()\\[\\]{}<>]|^(?:unknown|not|male|female|various)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> HEARD = Set.of(
            "",
            "y",
            "yes",
            "true",
            "heard",
            "heard in full",
            "discussed",
            "discussed in full",
            "fully discussed",
            "full");
    private static final Set<String> NOT_HEARD =
            Set.of("n", "no", "not heard", "withdrawn", "cancelled", "deferred", "not discussed", "false");

    public OldCase {
        perpetrators = List.copyOf(perpetrators);
    }

    @Override
    public String toString() {
        return "a past case";
    }

    /// Whether a meeting heard it.
    public enum Heard {
        YES,
        NO,
        /// The list says something else of it: it opens the case to nobody, and its window counts from the
        /// referral.
        UNSURE
    }

    /// Whether a meeting is known to have heard it.
    public boolean isHeard() {
        return heard == Heard.YES;
    }

    /// Somebody in a list.
    ///
    /// @param born as it stood there, or as 1988-05-04 where it is a day
    public record Someone(String given, String family, String born) {

        boolean hasName() {
            return !given.isEmpty() || !family.isEmpty();
        }

        boolean saysWho() {
            return hasName() || !born.isEmpty();
        }

        @Override
        public String toString() {
            return "somebody";
        }
    }

    /// What became of reading a row.
    public sealed interface Read {}

    /// It tells a case.
    public record Told(OldCase told) implements Read {}

    /// It cannot be taken.
    public record Refused(Why why) implements Read {}

    /// Why a row cannot be taken.
    public enum Why {
        NOBODY,
        /// It is not sure whom the cell of the victim names.
        NO_ONE_VICTIM,
        NO_DAY,
        TWO_FIGURES,
        UNREADABLE_DAY,
        UNREADABLE_BIRTH,
        IMPOSSIBLE_BIRTH,
        FUTURE_DAY,
        MEETING_BEFORE_REFERRAL,
        TOO_MANY_PERPETRATORS,
        LONG_NAME,
        LONG_ROW,
        NO_TEXT
    }

    /// What makes it the same case when it comes again: persons and days, however the rest is told.
    public String key() {
        return Stream.concat(Stream.of(victim), perpetrators.stream())
                        .map(one -> plain(one.given() + " " + one.family()) + " " + plain(one.born()))
                        .collect(Collectors.joining("|"))
                + "|" + referredOn + "|" + metOn;
    }

    /// Reads a row by what its columns are.
    public static Read of(List<String> headings, List<Column> columns, List<String> cells, LocalDate today) {
        try {
            return new Told(read(headings, columns, cells, today));
        } catch (Unfit unfit) {
            return new Refused(unfit.why);
        }
    }

    private static OldCase read(List<String> headings, List<Column> columns, List<String> cells, LocalDate today) {
        Map<Column, String> by = new EnumMap<>(Column.class);
        for (int at = 0; at < Math.min(columns.size(), cells.size()); at++) {
            by.putIfAbsent(columns.get(at), cells.get(at).strip());
        }
        String unread = said(headings, cells);
        unless(
                unread.codePoints()
                        .noneMatch(letter -> (Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)
                                || Character.getType(letter) == Character.SURROGATE),
                Why.NO_TEXT);
        unless(unread.length() <= LONGEST_ROW, Why.LONG_ROW);
        List<String> named = cells(by, Column.VICTIM_NAME, Column.VICTIM_GIVEN, Column.VICTIM_FAMILY);
        unless(named.stream().allMatch(OldCase::isShort), Why.LONG_NAME);
        unless(named.stream().allMatch(OldCase::isOneName), Why.NO_ONE_VICTIM);
        Someone victim =
                one(by, Column.VICTIM_NAME, Column.VICTIM_GIVEN, Column.VICTIM_FAMILY, Column.VICTIM_BORN, today);
        unless(victim.saysWho(), Why.NOBODY);
        LocalDate met = day(by.getOrDefault(Column.MET_ON, ""), today);
        LocalDate said = day(by.getOrDefault(Column.REFERRED_ON, ""), today);
        LocalDate referred = Optional.ofNullable(said == null ? met : said).orElseThrow(() -> new Unfit(Why.NO_DAY));
        unless(met == null || !met.isBefore(referred), Why.MEETING_BEFORE_REFERRAL);
        return new OldCase(
                victim,
                perpetrators(by, today),
                referred,
                met,
                met == null ? Heard.NO : heard(plain(by.getOrDefault(Column.HEARD, ""))),
                by.getOrDefault(Column.CHILDREN, ""),
                by.getOrDefault(Column.AGENCY, ""),
                by.getOrDefault(Column.REPEAT, ""),
                by.getOrDefault(Column.OUTCOME, ""),
                unread);
    }

    private static Heard heard(String said) {
        return HEARD.contains(said) ? Heard.YES : NOT_HEARD.contains(said) ? Heard.NO : Heard.UNSURE;
    }

    private static String said(List<String> headings, List<String> cells) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < cells.size(); at++) {
            if (!cells.get(at).isBlank()) {
                lines.add(
                        (at < headings.size() && !headings.get(at).isBlank() ? headings.get(at) : "column " + (at + 1))
                                + ": " + cells.get(at).strip());
            }
        }
        return String.join("\n", lines);
    }

    private static List<Someone> perpetrators(Map<Column, String> by, LocalDate today) {
        List<String> cells = cells(by, Column.PERPETRATOR_NAME, Column.PERPETRATOR_GIVEN, Column.PERPETRATOR_FAMILY);
        if (!cells.stream().allMatch(OldCase::isShort)
                || NO_NAME.matcher(cells.getFirst()).find()
                || !cells.stream().skip(1).allMatch(OldCase::isOneName)) {
            return List.of();
        }
        List<String> names = several(cells.getFirst());
        if (!names.stream().allMatch(OldCase::isOneName)) {
            return List.of();
        }
        if (names.size() <= 1) {
            by.put(Column.PERPETRATOR_NAME, String.join("", names));
            Someone one = one(
                    by,
                    Column.PERPETRATOR_NAME,
                    Column.PERPETRATOR_GIVEN,
                    Column.PERPETRATOR_FAMILY,
                    Column.PERPETRATOR_BORN,
                    today);
            return one.hasName() ? List.of(one) : List.of();
        }
        unless(names.size() <= MOST_PERPETRATORS, Why.TOO_MANY_PERPETRATORS);
        List<String> born = by.getOrDefault(Column.PERPETRATOR_BORN, "")
                .lines()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        var all = new ArrayList<Someone>();
        for (int at = 0; at < names.size(); at++) {
            all.add(named(names.get(at), born.size() == names.size() ? birth(born.get(at), today) : ""));
        }
        return all;
    }

    private static List<String> cells(Map<Column, String> by, Column... columns) {
        return Stream.of(columns)
                .map(column -> known(by.getOrDefault(column, "")))
                .toList();
    }

    private static boolean isShort(String cell) {
        return cell.length() <= LONGEST_CELL;
    }

    /// Whether a cell holds one name and nothing else: without a comma, or "SURNAME, Given" where one of both
    /// is one word.
    private static boolean isOneName(String cell) {
        String[] parts = cell.split(",", -1);
        return !NO_NAME.matcher(cell).find()
                && !BETWEEN.matcher(cell).find()
                && (parts.length == 1 || (parts.length == 2 && Stream.of(parts).anyMatch(OldCase::isWord)));
    }

    private static boolean isWord(String text) {
        return !text.isBlank() && text.strip().chars().noneMatch(Character::isWhitespace);
    }

    private static List<String> several(String text) {
        return Stream.of(BETWEEN.split(text, -1))
                .map(String::strip)
                .filter(name -> !NOBODY.contains(plain(name)))
                .toList();
    }

    private static Someone one(
            Map<Column, String> by, Column whole, Column given, Column family, Column born, LocalDate today) {
        String day = birth(by.getOrDefault(born, ""), today);
        String first = known(by.getOrDefault(given, ""));
        String last = known(by.getOrDefault(family, ""));
        if (first.isEmpty() && last.isEmpty()) {
            return named(known(by.getOrDefault(whole, "")), day);
        }
        return checked(new Someone(first, last, day));
    }

    /// "SURNAME, Given" or "Given Surname".
    private static Someone named(String name, String born) {
        int comma = name.indexOf(',');
        if (comma > 0) {
            return checked(new Someone(
                    name.substring(comma + 1).strip(), name.substring(0, comma).strip(), born));
        }
        int last = name.lastIndexOf(' ');
        return checked(
                last < 0
                        ? new Someone(name, "", born)
                        : new Someone(name.substring(0, last).strip(), name.substring(last + 1), born));
    }

    private static Someone checked(Someone one) {
        unless(one.given().length() <= LONGEST_NAME && one.family().length() <= LONGEST_NAME, Why.LONG_NAME);
        return one;
    }

    private static String known(String text) {
        return NOBODY.contains(plain(text)) ? "" : text;
    }

    private static String birth(String text, LocalDate today) {
        if (NOBODY.contains(plain(text))) {
            return "";
        }
        unless(!ListedDay.hasTwoFigures(text), Why.TWO_FIGURES);
        var day = ListedDay.read(text);
        day.ifPresent(born ->
                unless(!born.isAfter(today) && Period.between(born, today).getYears() <= OLDEST, Why.IMPOSSIBLE_BIRTH));
        unless(text.length() <= 40, Why.UNREADABLE_BIRTH);
        return day.map(LocalDate::toString).orElse(text);
    }

    private static @Nullable LocalDate day(String text, LocalDate today) {
        if (NOBODY.contains(plain(text))) {
            return null;
        }
        unless(!ListedDay.hasTwoFigures(text), Why.TWO_FIGURES);
        LocalDate day = ListedDay.read(text).orElseThrow(() -> new Unfit(Why.UNREADABLE_DAY));
        unless(!day.isAfter(today), Why.FUTURE_DAY);
        return day;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("\\s+", " ").strip();
    }

    private static void unless(boolean holds, Why why) {
        if (!holds) {
            throw new Unfit(why);
        }
    }

    /// A row cannot be taken; it never leaves this class.
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Why why;

        Unfit(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }
}
