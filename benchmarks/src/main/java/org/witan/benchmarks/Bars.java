package org.witan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, each beside the bar it has to clear and what others published, and whether it does.
final class Bars {
    private final List<String> rows = new ArrayList<>();

    /// A figure that must not be below the bar.
    void atLeast(String what, double bar, double measured, String unit, String published) {
        add(what, "at least " + figure(bar) + unit, figure(measured) + unit, published, measured >= bar);
    }

    /// A figure that must not be above the bar.
    void atMost(String what, double bar, double measured, String unit, String published) {
        add(what, "at most " + figure(bar) + unit, figure(measured) + unit, published, measured <= bar);
    }

    private void add(String what, String bar, String measured, String published, boolean met) {
        rows.add("| %s | %s | %s | %s | %s |".formatted(what, bar, measured, published, met ? "met" : "**missed**"));
    }

    private static String figure(double value) {
        String format = Math.abs(value) < 1.5 ? "%.4f" : value < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    void print() {
        System.out.println("| what | bar | measured | published by others | |");
        System.out.println("| --- | --- | --- | --- | --- |");
        rows.forEach(System.out::println);
    }
}
