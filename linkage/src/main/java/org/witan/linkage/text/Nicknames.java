package org.witan.linkage.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which given names are short or pet forms of which others: Bill and Will both stand for William.
///
/// Two names go together when one is a form of the other, or when both are forms of one name.
public final class Nicknames {
    private static final String FILE = "nicknames.csv";

    /// From a name to itself and the names it may stand for.
    private final Map<String, Set<String>> standsFor;

    private Nicknames(Map<String, Set<String>> standsFor) {
        this.standsFor = standsFor;
    }

    /// The list that comes with the library; its source and licence stand in the library's README.
    public static Nicknames shipped() {
        return Shipped.LIST;
    }

    /// The names that this one may stand for, itself among them; none where the list does not have it.
    public Set<String> standsFor(String name) {
        return Set.copyOf(standsFor.getOrDefault(name, Set.of()));
    }

    public boolean goTogether(String left, String right) {
        var lefts = standsFor.get(left);
        var rights = standsFor.get(right);
        if (lefts == null || rights == null) {
            return false;
        }
        return lefts.stream().anyMatch(rights::contains);
    }

    /// Every name that goes together with one, itself left out; empty for a name that is not in the list.
    public Set<String> of(String name) {
        var names = standsFor.get(name);
        if (names == null) {
            return Set.of();
        }
        return standsFor.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Read when it is first asked for: most starts of a program need no names.
    private static final class Shipped {
        static final Nicknames LIST = read();

        private static Nicknames read() {
            Map<String, Set<String>> standsFor = new HashMap<>();
            try (var stream = Nicknames.class.getResourceAsStream(FILE)) {
                if (stream == null) {
                    throw new IllegalStateException(FILE + " is missing");
                }
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                lines.lines().skip(1).forEach(line -> {
                    int comma = line.indexOf(',');
                    String name = line.substring(0, comma);
                    String form = line.substring(comma + 1);
                    standsFor
                            .computeIfAbsent(form, _ -> new HashSet<>(Set.of(form)))
                            .add(name);
                    standsFor.computeIfAbsent(name, _ -> new HashSet<>(Set.of(name)));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Nicknames(standsFor);
        }
    }
}
