package org.witan.marac;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// For how many nothing has happened after so many days, counting those whose time is not over only
/// as long as it was seen (Kaplan and Meier, 1958). Bounds are Greenwood's at 95 %, on the scale of
/// log(-log), so that they stay between 0 and 1 (Kalbfleisch and Prentice).
///
/// @param steps at each day on which something happened, the first day first
public record KaplanMeier(List<Step> steps) {
    private static final double Z = 1.959964;

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /// One who was watched.
    ///
    /// @param days for how long
    /// @param happened whether it happened on the last of them; otherwise nobody looked further
    public record Span(int days, boolean happened) {}

    /// What is known after a day.
    ///
    /// @param watched who were still watched on it
    /// @param happened to how many it happened on it
    /// @param without the estimated share to whom it has not happened, with its bounds
    public record Step(int day, int watched, int happened, double without, double low, double high) {}

    /// Estimates from those who were watched.
    public static KaplanMeier of(List<Span> spans) {
        var happened = new TreeMap<Integer, Integer>();
        spans.stream().filter(Span::happened).forEach(span -> happened.merge(span.days(), 1, Integer::sum));
        var steps = new ArrayList<Step>();
        double without = 1;
        double spread = 0;
        for (var one : happened.entrySet()) {
            int watched = (int)
                    spans.stream().filter(span -> span.days() >= one.getKey()).count();
            int count = one.getValue();
            without *= 1 - (double) count / watched;
            spread += watched == count ? 0 : (double) count / ((double) watched * (watched - count));
            steps.add(step(one.getKey(), watched, count, without, spread));
        }
        return new KaplanMeier(steps);
    }

    private static Step step(int day, int watched, int happened, double without, double spread) {
        if (without <= 0) {
            return new Step(day, watched, happened, 0, 0, 0);
        }
        double width = Math.exp(Z * Math.sqrt(spread) / Math.abs(Math.log(without)));
        return new Step(day, watched, happened, without, Math.pow(without, width), Math.pow(without, 1 / width));
    }

    /// The step that holds on a day; the share is 1 before the first.
    public Step at(int day) {
        return steps.stream()
                .filter(step -> step.day() <= day)
                .reduce((_, later) -> later)
                .orElse(new Step(0, 0, 0, 1, 1, 1));
    }
}
