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
import java.util.regex.Pattern;

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
    private static final Map<Column, Pattern> PATTERNS = read();

    /// What the columns are, by their headings. Each is taken once; what is not recognised is kept as it is said.
    public static List<Column> recognised(List<String> headings) {
        Set<Column> left = EnumSet.complementOf(EnumSet.of(OTHER));
        var columns = new ArrayList<Column>();
        for (String heading : headings) {
            String words = heading.toLowerCase(Locale.UK)
                    .replace('_', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            Column column = left.stream()
                    .filter(one -> Objects.requireNonNull(PATTERNS.get(one))
                            .matcher(words)
                            .matches())
                    .findFirst()
                    .orElse(OTHER);
            left.remove(column);
            columns.add(column);
        }
        return columns;
    }

    /// Whether any of some headings is recognised.
    static boolean isAnyOf(List<String> headings) {
        return recognised(headings).stream().anyMatch(one -> one != OTHER);
    }

    private static Map<Column, Pattern> read() {
        try (InputStream file = Objects.requireNonNull(Column.class.getResourceAsStream(HEADINGS))) {
            var patterns = new EnumMap<Column, Pattern>(Column.class);
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(parts -> patterns.put(valueOf(parts[0]), Pattern.compile(parts[1])));
            return patterns;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
