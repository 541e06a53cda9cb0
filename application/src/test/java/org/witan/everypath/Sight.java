package org.witan.everypath;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.witan.access.Part;

/// Finds the records of a [World] in whatever an answer holds: their references, ids, and the markers of their parts.
final class Sight {
    private static final Pattern MARKER = Pattern.compile("mk[0-9a-f]{8}n\\d\\dp[a-z_]+q");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REFERENCE = Pattern.compile("TEST-W[0-9A-F]{8}-\\d\\d");
    private final Map<String, String> meanings = new HashMap<>();

    Sight(World world) {
        for (File file : world.files) {
            meanings.put(file.reference, glimpse(file, Part.SUMMARY));
            meanings.put(file.id.toString(), glimpse(file, Part.SUMMARY));
            for (Part part : Part.values()) {
                meanings.put(
                        file.marker(part),
                        part == Part.SUMMARY ? file.label + ": note of SUMMARY" : glimpse(file, part));
            }
        }
    }

    /// A part of a record that is seen, in words.
    static String glimpse(File file, Part part) {
        return file.label + ": " + part;
    }

    /// All that an answer holds.
    Set<String> in(String answer) {
        var all = new TreeSet<String>();
        for (Pattern pattern : Set.of(MARKER, ID, REFERENCE)) {
            pattern.matcher(answer)
                    .results()
                    .map(found -> meanings.get(found.group()))
                    .filter(meaning -> meaning != null)
                    .forEach(all::add);
        }
        return all;
    }

    /// What ids, as a column holds them, show.
    Set<String> of(Iterable<UUID> ids) {
        var text = new StringBuilder();
        ids.forEach(id -> text.append(id).append('\n'));
        return in(text.toString());
    }

    /// What somebody sees of a record with its parts open.
    static Set<String> whole(File file, Set<Part> parts) {
        var all = parts.stream().map(part -> glimpse(file, part)).collect(Collectors.toCollection(TreeSet::new));
        if (parts.contains(Part.SUMMARY)) {
            all.add(file.label + ": note of SUMMARY");
        }
        return all;
    }
}
