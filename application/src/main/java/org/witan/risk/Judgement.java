package org.witan.risk;

import org.jspecify.annotations.Nullable;

/// What whoever assessed thinks of it, beside what the answers say. It may raise a risk and never lowers one.
///
/// @param grade what they judge it to be; null when the answers stand by themselves
/// @param words why; a grade needs some
public record Judgement(@Nullable Grade grade, String words) {
    /// Nobody wrote one.
    public static final Judgement NONE = new Judgement(null, "");

    static final int LONGEST = 10_000;

    /// High, whatever the answers count.
    public static Judgement high(String words) {
        return new Judgement(Grade.HIGH, words);
    }

    /// Words beside the answers, which stand by themselves.
    public static Judgement words(String words) {
        return new Judgement(null, words);
    }

    @Override
    public String toString() {
        return "a judgement";
    }
}
