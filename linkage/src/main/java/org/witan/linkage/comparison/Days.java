package org.witan.linkage.comparison;

/// Days in one number each: the year from bit 16 on, the month from bit 8 on, the day in the lowest bits.
final class Days {
    /// What is no day.
    static final long NONE = 0;

    private static final long IS_DAY = 1L << 32;
    private static final int LENGTH = 8;
    private static final int YEAR = 16;
    private static final int MONTH = 8;
    private static final long PART = 0xFF;

    private Days() {}

    /// Eight digits, year first; they need not be a day of the calendar.
    static long packed(String text) {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NONE;
        }
        int digits = Integer.parseInt(text);
        return IS_DAY | ((long) (digits / 10_000) << YEAR) | ((digits / 100 % 100) << MONTH) | (digits % 100);
    }

    static boolean swapped(long left, long right) {
        return left != NONE
                && left >>> YEAR == right >>> YEAR
                && (left & PART) == ((right >>> MONTH) & PART)
                && (right & PART) == ((left >>> MONTH) & PART);
    }

    /// How many of year, month and day are the same.
    static int partsInCommon(long left, long right) {
        if (left == NONE || right == NONE) {
            return 0;
        }
        long differs = left ^ right;
        return (differs >>> YEAR == 0 ? 1 : 0)
                + (((differs >>> MONTH) & PART) == 0 ? 1 : 0)
                + ((differs & PART) == 0 ? 1 : 0);
    }

    static double yearsApart(long left, long right) {
        return left == NONE || right == NONE ? Double.NaN : Math.abs((left >>> YEAR) - (right >>> YEAR));
    }
}
