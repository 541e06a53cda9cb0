package org.witan.marac;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The return with what it is held against: the same days a year before, and the women who live where it met.
///
/// @param repeats its repeats, by the definition by which each was decided
/// @param isOver whether its last day has passed; until then it is held against nothing
/// @param before the same days a year before; null when the return is of more than a year
/// @param women of 16 and over in the districts of the boards that met; null when some board has no districts
public record ComparedReturn(
        DataReturn counted,
        Map<RepeatDefinition, Integer> repeats,
        boolean isOver,
        @Nullable DataReturn before,
        @Nullable Integer women) {
    private static final double HUNDRED = 100;
    private static final double PER = 10_000;

    public ComparedReturn {
        repeats = Map.copyOf(repeats);
    }

    /// Whether it is of twelve months, as what is held against a population has to be.
    public boolean isOfAYear() {
        return counted.from().plusYears(1).equals(counted.until().plusDays(1));
    }

    static boolean isAtMostAYear(LocalDate from, LocalDate until) {
        return until.isBefore(from.plusYears(1));
    }

    /// The last day of the same days a year before, reckoned from the day after, so that the end of February stays the
    /// end of February.
    static LocalDate aYearBefore(LocalDate until) {
        return until.plusDays(1).minusYears(1).minusDays(1);
    }

    /// Cases for each 10,000 women of 16 and over; empty when it cannot be said.
    public OptionalDouble perTenThousand() {
        Integer living = women;
        return living == null || !isOver || !isOfAYear()
                ? OptionalDouble.empty()
                : OptionalDouble.of(PER * cases(counted) / living);
    }

    /// By how many per cent there are more cases than a year before; empty when there was none, or when other boards
    /// met, so that the two cannot be compared.
    public OptionalDouble change() {
        DataReturn earlier = before;
        return earlier == null || !isOver || cases(earlier) == 0 || !isComparable()
                ? OptionalDouble.empty()
                : OptionalDouble.of(HUNDRED * (cases(counted) - cases(earlier)) / cases(earlier));
    }

    /// Whether the same boards met in both years.
    public boolean isComparable() {
        DataReturn earlier = before;
        return earlier != null
                && earlier.rows().stream()
                        .map(DataReturn.Row::boardId)
                        .collect(Collectors.toSet())
                        .equals(counted.rows().stream()
                                .map(DataReturn.Row::boardId)
                                .collect(Collectors.toSet()));
    }

    /// Cases of the same days a year before; empty when they are not asked for.
    public OptionalInt casesBefore() {
        DataReturn earlier = before;
        return earlier == null ? OptionalInt.empty() : OptionalInt.of(cases(earlier));
    }

    private static int cases(DataReturn some) {
        return some.all().number(ReturnCell.CASES);
    }
}
