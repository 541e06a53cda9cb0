package org.witan.voices;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What in somebody's words may say who somebody is, so that the analyst looks twice. It errs on the side of looking.
public enum Suspicion {
    /// Seven digits or more, with whatever stands between them.
    PHONE(Pattern.compile("(?:\\d[\\s().+-]*){7,}")),
    POSTCODE(Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}\\b")),
    ADDRESS(Pattern.compile("(?iu)[\\w.+-]+@[\\w-]+\\.\\w+|https?://|www\\.|(?<!\\w)@\\w{2,}")),
    /// A capital that does not begin a sentence, a title, or words such as "called" before a word.
    NAME(Pattern.compile("(?:[\\p{L},;:] |-)\\p{Lu}\\p{Ll}+"
            + "|\\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\\b"
            + "|(?iu:\\b(?:called|named|name is|his name|her name|known as)\\b)"
            + "|\\b\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+")),
    /// The number of a car.
    PLATE(Pattern.compile("(?i)\\b[a-z]{2}\\d{2}\\s*[a-z]{3}\\b"));

    private final Pattern pattern;

    Suspicion(Pattern pattern) {
        this.pattern = pattern;
    }

    /// What stands out in some words; nothing in empty ones.
    public static Set<Suspicion> in(String words) {
        var found = EnumSet.noneOf(Suspicion.class);
        for (Suspicion one : values()) {
            if (one.pattern.matcher(words).find()) {
                found.add(one);
            }
        }
        return found;
    }
}
