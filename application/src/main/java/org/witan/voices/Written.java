package org.witan.voices;

import java.util.regex.Pattern;

/// Words as they are kept: of whatever script, with emoji, without what a screen does not show. Marks that turn the
/// direction of the line are taken out, because they can make words read otherwise than they are.
public final class Written {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern TURNING =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C\\uFEFF]");
    private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

    private Written() {}

    /// Some words in one line.
    public static String of(String typed) {
        String seen = TURNING.matcher(UNSEEN.matcher(typed).replaceAll(" ")).replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /// How many characters a person counts, near enough: an emoji of one code point is one.
    public static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
