package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.witan.marac.ComparedReturn;
import org.witan.marac.DataReturn;
import org.witan.marac.ReturnCell;
import org.witan.site.Wording;

/// Shares and rates of a return, each with what it is made of and what is expected, as words: for the page and for the
/// file, which knows fewer numbers.
@Component
class ReturnMeasures {
    private static final String NOT_OVER = "marac.return.not-over";
    private static final int SMALL = 5;
    private static final double HUNDRED = 100;
    private static final int CASES_OF_AN_ADMINISTRATOR = 400;
    private static final int CASES_OF_AN_ADVISER = 100;
    private static final List<ReturnCell> OF_CASES = List.of(ReturnCell.REPEATS, ReturnCell.FROM_PARTNERS);
    private static final List<ReturnCell> OF_KNOWN = List.of(
            ReturnCell.MINORITISED, ReturnCell.DISABILITY, ReturnCell.LGBT, ReturnCell.MALE, ReturnCell.AGED_16_17);
    private final Wording words;

    ReturnMeasures(Wording words) {
        this.words = words;
    }

    /// All measures, in their order.
    ///
    /// @param leaves whether they leave the partnership
    List<Measure> of(ComparedReturn found, Numbers numbers, boolean leaves) {
        var measures = new ArrayList<Measure>();
        OptionalInt cases = numbers.number(ReturnCell.CASES);
        for (ReturnCell cell : OF_CASES) {
            measures.add(measure(cell.name(), share(numbers.number(cell), cases)));
        }
        for (ReturnCell cell : OF_KNOWN) {
            OptionalInt unknown = numbers.unknown(cell);
            OptionalInt known = cases.isPresent() && unknown.isPresent()
                    ? OptionalInt.of(cases.getAsInt() - unknown.getAsInt())
                    : OptionalInt.empty();
            measures.add(measure(cell.name(), share(numbers.number(cell), known)));
        }
        measures.add(measure("RATE", rate(found, cases)));
        measures.add(measure("CHANGE", change(found, cases, leaves)));
        measures.add(measure("ADMINISTRATOR", posts(found, cases, CASES_OF_AN_ADMINISTRATOR)));
        measures.add(measure("ADVISER", posts(found, cases, CASES_OF_AN_ADVISER)));
        return List.copyOf(measures);
    }

    private Measure measure(String code, String value) {
        return new Measure(
                words.the("marac.return.measure." + code),
                value,
                words.the("marac.return.expected." + code),
                words.the("marac.return.expected." + code + ".source"));
    }

    private String share(OptionalInt some, OptionalInt all) {
        if (some.isEmpty() || all.isEmpty()) {
            return words.the("marac.return.suppressed");
        }
        return all.getAsInt() == 0
                ? words.the("marac.return.share.none")
                : words.the(
                        "marac.return.share",
                        some.getAsInt(),
                        all.getAsInt(),
                        one(HUNDRED * some.getAsInt() / all.getAsInt()));
    }

    private String rate(ComparedReturn found, OptionalInt cases) {
        Integer women = found.women();
        if (!found.isOfAYear()) {
            return words.the("marac.return.rate.year");
        }
        if (women == null) {
            return words.the("marac.return.rate.districts");
        }
        if (!found.isOver()) {
            return words.the(NOT_OVER);
        }
        return cases.isEmpty()
                ? words.the("marac.return.suppressed")
                : words.the("marac.return.rate", one(found.perTenThousand().orElseThrow()), cases.getAsInt(), women);
    }

    private String posts(ComparedReturn found, OptionalInt cases, int ofOne) {
        if (!found.isOver()) {
            return words.the(NOT_OVER);
        }
        if (!found.isOfAYear()) {
            return words.the("marac.return.rate.year");
        }
        return cases.isEmpty()
                ? words.the("marac.return.suppressed")
                : words.the("marac.return.posts", one((double) cases.getAsInt() / ofOne), cases.getAsInt());
    }

    private String change(ComparedReturn found, OptionalInt shown, boolean leaves) {
        DataReturn before = found.before();
        if (!found.isOver()) {
            return words.the(NOT_OVER);
        }
        if (before == null) {
            return words.the("marac.return.change.longer");
        }
        DataReturn now = found.counted();
        int cases = now.all().number(ReturnCell.CASES);
        int then = before.all().number(ReturnCell.CASES);
        if (shown.isEmpty() || (leaves && (isSmall(cases) || isSmall(then) || isSmall(Math.abs(cases - then))))) {
            return words.the("marac.return.suppressed");
        }
        String meetings = words.the(
                "marac.return.change.meetings",
                now.boards(),
                meetings(now, leaves),
                before.boards(),
                meetings(before, leaves));
        if (found.change().isPresent()) {
            String by = String.format(Locale.UK, "%+.1f", found.change().getAsDouble());
            return words.the("marac.return.change", cases, then, by) + " " + meetings;
        }
        return words.the(then == 0 ? "marac.return.change.none" : "marac.return.change.other", cases, then) + " "
                + meetings;
    }

    /// How many meetings; in a file those alone that have a row there, as the others are not told.
    private static int meetings(DataReturn some, boolean leaves) {
        return (leaves ? some.leaving() : some.rows()).size();
    }

    private static boolean isSmall(int number) {
        return number > 0 && number < SMALL;
    }

    private static String one(double number) {
        return String.format(Locale.UK, "%.1f", number);
    }

    /// What is known to whoever reads.
    interface Numbers {
        /// A number; empty when it is suppressed.
        OptionalInt number(ReturnCell cell);

        /// How much is not known; empty when it is suppressed.
        OptionalInt unknown(ReturnCell cell);
    }

    /// A share or a rate.
    ///
    /// @param expected what it is held against; it is no judgement
    record Measure(String name, String value, String expected, String source) {}
}
