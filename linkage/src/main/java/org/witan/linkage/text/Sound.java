package org.witan.linkage.text;

import java.util.List;
import java.util.Map;

/// How a name sounds, roughly, whatever language it came from: names with one code are often spellings of one name.
///
/// Rules of our own: spellings of one sound are written one way (`ph` as `f`, `kh`, `q` and `ck` as `k`), endings that
/// only show a daughter or wife are dropped (`-ova`, `-ska`), and after the first letter only consonants stay, each
/// run of one consonant once. So Mohammed, Muhammad and Mohamed agree, as do Kowalski and Kowalska, Catherine and
/// Kathryn, Singh and Sing, Wojcik and Voycik.
public final class Sound {
    private static final int LONGEST = 6;

    private record Rule(String from, String to) {}

    /// In order; a later rule sees what an earlier one wrote.
    private static final List<Rule> SPELLINGS = List.of(
            new Rule("sch", "S"),
            new Rule("tsch", "C"),
            new Rule("tch", "C"),
            new Rule("cz", "C"),
            new Rule("sz", "S"),
            new Rule("sh", "S"),
            new Rule("rz", "J"),
            new Rule("zh", "J"),
            new Rule("dj", "J"),
            new Rule("dz", "J"),
            new Rule("ph", "f"),
            new Rule("kh", "k"),
            new Rule("ck", "k"),
            new Rule("gh", "g"),
            new Rule("bh", "b"),
            new Rule("dh", "d"),
            new Rule("th", "t"),
            new Rule("wh", "w"),
            new Rule("rh", "r"),
            new Rule("ch", "C"),
            new Rule("ts", "C"),
            new Rule("x", "ks"),
            new Rule("q", "k"),
            new Rule("ce", "se"),
            new Rule("ci", "si"),
            new Rule("cy", "sy"),
            new Rule("c", "k"),
            new Rule("j", "J"),
            new Rule("w", "v"),
            new Rule("z", "s"),
            new Rule("C", "k"),
            new Rule("ng", "n"),
            new Rule("mc", "m"),
            new Rule("mac", "m"));

    private static final Map<String, String> BEGINNINGS =
            Map.of("kn", "n", "gn", "n", "pn", "n", "ps", "s", "wr", "r", "al ", "", "el ", "", "o ", "");

    private static final Map<String, String> ENDINGS = Map.of(
            "ova", "ov", "eva", "ev", "ska", "ski", "skaya", "ski", "sky", "ski", "skiy", "ski", "cka", "cki", "aya",
            "y");

    private Sound() {}

    /// The code of the first word that has one, or an empty text for what has no Latin letter.
    public static String code(String folded) {
        String word = folded;
        for (var beginning : BEGINNINGS.entrySet()) {
            if (word.startsWith(beginning.getKey())) {
                word = beginning.getValue() + word.substring(beginning.getKey().length());
                break;
            }
        }
        int space = word.indexOf(' ');
        word = space > 0 ? word.substring(0, space) : word;
        for (var ending : ENDINGS.entrySet()) {
            if (word.length() > ending.getKey().length() + 2 && word.endsWith(ending.getKey())) {
                word = word.substring(0, word.length() - ending.getKey().length()) + ending.getValue();
                break;
            }
        }
        for (Rule rule : SPELLINGS) {
            word = word.replace(rule.from, rule.to);
        }
        return skeleton(word);
    }

    private static String skeleton(String word) {
        var code = new StringBuilder(LONGEST);
        char before = 0;
        for (int at = 0; at < word.length() && code.length() < LONGEST; at++) {
            char c = Character.toLowerCase(word.charAt(at));
            if (c < 'a' || c > 'z') {
                continue;
            }
            boolean vowel = "aeiouyh".indexOf(c) >= 0;
            if (code.isEmpty()) {
                code.append(vowel && c != 'h' ? 'a' : c);
            } else if (!vowel && c != before) {
                code.append(c);
            }
            before = vowel ? 0 : c;
        }
        return code.toString();
    }
}
