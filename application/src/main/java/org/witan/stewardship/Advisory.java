package org.witan.stewardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A published weakness, in the format of OSV (Open Source Vulnerabilities, schema 1).
///
/// @param id its name, such as `GHSA-…` or `CVE-…`
/// @param summary what it is, in a line
/// @param affected what it affects
record Advisory(String id, String summary, List<Affected> affected) {
    private static final String ECOSYSTEM = "Maven";

    /// Reads an advisory; one that was withdrawn affects nothing.
    static Advisory read(JsonNode osv) {
        Stream<JsonNode> affected = osv.hasNonNull("withdrawn") ? Stream.of() : elements(osv.path("affected"));
        return new Advisory(
                osv.path("id").asString(""),
                osv.path("summary").asString(""),
                affected.filter(one -> ECOSYSTEM.equals(
                                one.path("package").path("ecosystem").asString("")))
                        .map(Affected::read)
                        .toList());
    }

    boolean concerns(Library library) {
        return affected.stream().anyMatch(one -> one.contains(library));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /// One library, and which versions of it are affected.
    record Affected(String name, Set<String> versions, List<Range> ranges) {

        private static Affected read(JsonNode affected) {
            return new Affected(
                    affected.path("package").path("name").asString(""),
                    Set.copyOf(elements(affected.path("versions"))
                            .map(version -> version.asString(""))
                            .toList()),
                    elements(affected.path("ranges"))
                            .flatMap(range -> Range.read(range.path("events")).stream())
                            .toList());
        }

        private boolean contains(Library library) {
            return name.equals(library.name())
                    && (versions.contains(library.version())
                            || ranges.stream().anyMatch(range -> range.contains(library.version())));
        }
    }

    /// Versions from one on, before another or up to and with a last one.
    record Range(
            String introduced,
            @Nullable String fixed,
            @Nullable String last) {

        private static List<Range> read(JsonNode events) {
            var ranges = new ArrayList<Range>();
            String introduced = null;
            for (JsonNode event : events) {
                if (event.hasNonNull("introduced")) {
                    introduced = event.path("introduced").asString("");
                } else if (introduced != null && (event.hasNonNull("fixed") || event.hasNonNull("last_affected"))) {
                    ranges.add(new Range(introduced, text(event, "fixed"), text(event, "last_affected")));
                    introduced = null;
                }
            }
            if (introduced != null) {
                ranges.add(new Range(introduced, null, null));
            }
            return ranges;
        }

        private static @Nullable String text(JsonNode event, String name) {
            return event.hasNonNull(name) ? event.path(name).asString("") : null;
        }

        private boolean contains(String version) {
            var asked = new ComparableVersion(version);
            return (introduced.equals("0") || asked.compareTo(new ComparableVersion(introduced)) >= 0)
                    && (fixed == null || asked.compareTo(new ComparableVersion(fixed)) < 0)
                    && (last == null || asked.compareTo(new ComparableVersion(last)) <= 0);
        }
    }
}
