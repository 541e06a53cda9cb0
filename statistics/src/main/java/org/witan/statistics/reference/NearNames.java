package org.witan.statistics.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Suggests what a person may have meant.
final class NearNames {
    private NearNames() {}

    /// A sentence with up to three near names, or nothing.
    static String hint(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wanted.length() / 3);
        List<String> near = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted)
                        || distance(wanted, name.toLowerCase(Locale.ROOT)) <= limit)
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .distinct()
                .limit(3)
                .toList();
        return near.isEmpty() ? "" : " Near: " + String.join(", ", near) + ".";
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
