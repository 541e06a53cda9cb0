package org.witan.linkage.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// Writes a text so that spellings which mean the same are the same: small letters, no accents, one space.
///
/// Letters of other scripts stay; Cyrillic and Greek are written in Latin letters, one way for each letter. A text
/// that was once read in the wrong encoding ("JosÃ©") is read again first.
public final class Folding {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёђєіїјљњћўџґ";
    private static final String[] CYRILLIC_IN_LATIN =
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e dj ye i yi j lj nj c u dz g"
                    .split(" ", -1);
    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final String[] GREEK_IN_LATIN =
            "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(" ", -1);
    private static final String OTHER = "ßæœøłđðþıħŧ";
    private static final String[] OTHER_IN_LATIN = "ss ae oe o l d d th i h t".split(" ", -1);

    private Folding() {}

    /// Words of letters and digits with one space between; an apostrophe joins, any other sign parts.
    public static String words(String text) {
        return isPlain(text) ? text : folded(readAgain(text));
    }

    /// Letters and digits only.
    public static String joined(String text) {
        return words(text).replace(" ", "");
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String folded(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(parts.length());
        boolean gap = false;
        for (int at = 0; at < parts.length(); at++) {
            char c = parts.charAt(at);
            if (isJoiner(c)) {
                continue;
            }
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            append(out, c);
        }
        return out.toString();
    }

    private static boolean isJoiner(char c) {
        int type = Character.getType(c);
        return c == '\'' || c == '’' || c == '‘' || c == '`' || c == 'ʼ' || type == Character.NON_SPACING_MARK;
    }

    private static void append(StringBuilder out, char c) {
        if (c < 0x80) {
            out.append(c);
        } else if (!replaced(out, c, CYRILLIC, CYRILLIC_IN_LATIN)
                && !replaced(out, c, GREEK, GREEK_IN_LATIN)
                && !replaced(out, c, OTHER, OTHER_IN_LATIN)) {
            out.append(c);
        }
    }

    private static boolean replaced(StringBuilder out, char c, String letters, String[] latin) {
        int at = letters.indexOf(c);
        if (at >= 0 && !latin[at].equals("_")) {
            out.append(latin[at]);
        }
        return at >= 0;
    }

    /// Two bytes of UTF-8 that were taken for two letters always begin with one of these.
    private static String readAgain(String text) {
        if (text.indexOf('Ã') < 0 && text.indexOf('Å') < 0 && text.indexOf('Ä') < 0) {
            return text;
        }
        var bytes = WESTERN.encode(text);
        String again = StandardCharsets.UTF_8.decode(bytes).toString();
        return again.indexOf('\uFFFD') < 0 && again.length() < text.length() ? again : text;
    }
}
