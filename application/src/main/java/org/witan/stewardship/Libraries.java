package org.witan.stewardship;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The libraries in the jar, read from the list that the build put into it (CycloneDX 1.6).
final class Libraries {
    private static final String LIST = "/sbom/libraries.json";

    private Libraries() {}

    /// All libraries of this build by name, our own parts left out.
    static List<Library> ofThisBuild() {
        try (InputStream list = Libraries.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("This build has no list of its libraries.");
            }
            return read(new JsonMapper().readTree(list));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Library> read(JsonNode bom) {
        return elements(bom.path("components"))
                .filter(component -> !component.path("group").asString("").equals("org.witan"))
                .map(component -> new Library(
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(""),
                        component.path("version").asString(""),
                        elements(component.path("licenses"))
                                .map(Libraries::licence)
                                .toList()))
                .sorted(Comparator.comparing(Library::name))
                .toList();
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return licence.path("id")
                .asString(
                        licence.path("name").asString(choice.path("expression").asString("unknown")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
