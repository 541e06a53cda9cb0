package org.witan.linkage.text;

/// The same measure letter by letter, for words that are long or not of one byte a letter.
final class LongJaroWinkler {
    private LongJaroWinkler() {}

    static double likeness(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        int range = Math.max(0, Math.max(left.length(), right.length()) / 2 - 1);
        var matchedLeft = new boolean[left.length()];
        var matchedRight = new boolean[right.length()];
        int matches = 0;
        for (int at = 0; at < left.length(); at++) {
            int end = Math.min(right.length(), at + range + 1);
            for (int other = Math.max(0, at - range); other < end; other++) {
                if (!matchedRight[other] && left.charAt(at) == right.charAt(other)) {
                    matchedLeft[at] = true;
                    matchedRight[other] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double jaro = JaroWinkler.jaro(
                matches, left.length(), right.length(), crossed(left, matchedLeft, right, matchedRight));
        return JaroWinkler.withBonus(jaro, beginning(left, right));
    }

    private static int crossed(String left, boolean[] matchedLeft, String right, boolean[] matchedRight) {
        int crossed = 0;
        int other = 0;
        for (int at = 0; at < left.length(); at++) {
            if (matchedLeft[at]) {
                while (!matchedRight[other]) {
                    other++;
                }
                crossed += left.charAt(at) == right.charAt(other++) ? 0 : 1;
            }
        }
        return crossed;
    }

    private static int beginning(String left, String right) {
        int same = 0;
        while (same < left.length() && same < right.length() && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }
}
