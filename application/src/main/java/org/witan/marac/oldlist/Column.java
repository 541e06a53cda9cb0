package org.witan.marac.oldlist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in a column of an old list, recognised by the words of its heading. Whoever imports confirms it.
public enum Column {
    VICTIM_GIVEN,
    VICTIM_FAMILY,
    VICTIM_BORN,
    PERPETRATOR_BORN,
    PERPETRATOR_GIVEN,
    PERPETRATOR_FAMILY,
    PERPETRATOR_NAME,
    VICTIM_NAME,
    CHILDREN,
    REFERRED_ON,
    MET_ON,
    HEARD,
    AGENCY,
    REPEAT,
    OUTCOME,
    /// Kept as it is said, and not read.
    OTHER;

    private static final String HEADINGS = "/marac/headings-of-old-lists.txt";
    private static final String WHOLE = "=";
    private static final Map<Column, List<String>> KNOWN = read();

    /// What the columns are, by their headings. Each is taken once; what is not recognised is kept as it is said.
    public static List<Column> recognised(List<String> headings) {
        Set<Column> left = EnumSet.complementOf(EnumSet.of(OTHER));
        var columns = new ArrayList<Column>();
        for (String heading : headings) {
            String words = heading.toLowerCase(Locale.UK)
                    .replace('_', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            Column column =
                    left.stream().filter(one -> heads(one, words)).findFirst().orElse(OTHER);
            left.remove(column);
            columns.add(column);
        }
        return columns;
    }

    /// Whether any of some headings is recognised.
    static boolean isAnyOf(List<String> headings) {
        return recognised(headings).stream().anyMatch(one -> one != OTHER);
    }

    private static boolean heads(Column column, String heading) {
        return Objects.requireNonNull(KNOWN.get(column)).stream()
                .anyMatch(known -> known.startsWith(WHOLE)
                        ? heading.equals(known.substring(WHOLE.length()))
                        : Stream.of(known.split(" ", -1)).allMatch(heading::contains));
    }

    private static Map<Column, List<String>> read() {
        try (InputStream file = Objects.requireNonNull(Column.class.getResourceAsStream(HEADINGS))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toMap(
                            parts -> valueOf(parts[0]),
                            parts -> Stream.of(parts[1].split("[|]", -1))
                                    .map(String::strip)
                                    .toList(),
                            (_, second) -> second,
                            () -> new EnumMap<>(Column.class)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
