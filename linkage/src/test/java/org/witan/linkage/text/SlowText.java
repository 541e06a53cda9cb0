package org.witan.linkage.text;

/// The measures as their definitions have them, without any haste.
final class SlowText {
    private SlowText() {}

    static double jaroWinkler(String left, String right) {
        double jaro = jaro(left, right);
        int beginning = 0;
        while (beginning < 4
                && beginning < Math.min(left.length(), right.length())
                && left.charAt(beginning) == right.charAt(beginning)) {
            beginning++;
        }
        return jaro > 0.7 ? jaro + 0.1 * beginning * (1 - jaro) : jaro;
    }

    private static double jaro(String left, String right) {
        if (left.isEmpty() && right.isEmpty()) {
            return 1;
        }
        int range = Math.max(0, Math.max(left.length(), right.length()) / 2 - 1);
        var taken = new boolean[right.length()];
        var ours = new StringBuilder();
        for (int at = 0; at < left.length(); at++) {
            for (int other = 0; other < right.length(); other++) {
                if (Math.abs(at - other) <= range && !taken[other] && left.charAt(at) == right.charAt(other)) {
                    taken[other] = true;
                    ours.append(left.charAt(at));
                    break;
                }
            }
        }
        var theirs = new StringBuilder();
        for (int other = 0; other < right.length(); other++) {
            if (taken[other]) {
                theirs.append(right.charAt(other));
            }
        }
        if (ours.isEmpty()) {
            return 0;
        }
        int crossed = 0;
        for (int at = 0; at < ours.length(); at++) {
            crossed += ours.charAt(at) == theirs.charAt(at) ? 0 : 1;
        }
        double m = ours.length();
        int swaps = crossed / 2;
        return (m / left.length() + m / right.length() + (m - swaps) / m) / 3;
    }

    static int lettersApart(String left, String right) {
        int[][] apart = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                apart[i][j] = i == 0 || j == 0 ? i + j : least(apart, left, right, i, j);
            }
        }
        return apart[left.length()][right.length()];
    }

    private static int least(int[][] apart, String left, String right, int i, int j) {
        int differs = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(apart[i - 1][j - 1] + differs, Math.min(apart[i - 1][j], apart[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, apart[i - 2][j - 2] + 1) : least;
    }
}
