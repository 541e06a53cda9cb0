package org.witan.stewardship;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Published weaknesses in a file: the archive of all Maven advisories that OSV offers for download, one JSON file
/// each.
///
/// Reading a file that somebody fetched, rather than asking a server, tells nobody which libraries are in use here and
/// works where there is no internet. It is read within bounds, so that an archive that is not what it says fills no
/// memory.
final class Advisories {
    /// More than ten times what OSV has for Maven, and than its longest advisory.
    private static final int MOST_ADVISORIES = 200_000;

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private Advisories() {}

    /// How many advisories were read, and which concern a library.
    record Answer(int read, List<Hit> hits) {}

    /// A weakness of a library that is in use.
    record Hit(Library library, Advisory advisory) {}

    /// Looks the libraries up in an archive.
    ///
    /// @throws IOException when the file is no such archive
    static Answer lookUp(List<Library> libraries, Path archive) throws IOException {
        var hits = new ArrayList<Hit>();
        int read = 0;
        try (var zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    if (++read > MOST_ADVISORIES) {
                        throw new IOException("it holds more than " + MOST_ADVISORIES + " advisories");
                    }
                    Advisory advisory = read(zip, entry);
                    libraries.stream()
                            .filter(advisory::concerns)
                            .forEach(library -> hits.add(new Hit(library, advisory)));
                }
            }
        }
        if (read == 0) {
            throw new IOException("it holds no advisory");
        }
        return new Answer(read, List.copyOf(hits));
    }

    private static Advisory read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("its entry " + entry.getName() + " is longer than " + MOST_BYTES + " bytes");
            }
            return Advisory.read(JSON.readTree(bytes));
        } catch (JacksonException broken) {
            throw new IOException("its entry " + entry.getName() + " is not JSON", broken);
        }
    }
}
