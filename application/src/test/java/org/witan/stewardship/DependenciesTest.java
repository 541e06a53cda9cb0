package org.witan.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// The libraries in use are known, may be used, and are looked up without the internet.
class DependenciesTest {
    private static final Path DOCUMENT = Path.of("../docs/dependencies.md");
    /// Licences that go with Apache-2.0 for what is only run with it. LGPL and GPL only beside another that does.
    private static final Set<String> PERMITTED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "Unlicense",
            "CC0-1.0",
            "Unicode-3.0",
            "PostgreSQL");

    @TempDir
    private Path folder;

    @Test
    void everyLibraryHasALicenceThatIsPermitted() {
        assertThat(Libraries.ofThisBuild())
                .hasSizeGreaterThan(50)
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.name())
                        .anyMatch(licence -> PERMITTED.contains(licence)
                                || licence.equals(Exceptions.READ.get(library.name()))
                                || licence.equals(Exceptions.DECIDED.get(library.name()))));
    }

    @Test
    void theDocumentListsEveryLibraryWithItsVersionAndLicence() throws IOException {
        var rows = Libraries.ofThisBuild().stream()
                .map(library -> "| " + library.name() + " | " + library.version() + " | "
                        + String.join(" or ", library.licences()) + " |")
                .toList();
        assertThat(Files.readAllLines(DOCUMENT).stream()
                        .filter(line -> line.matches("\\| [a-z0-9.-]+:[A-Za-z0-9._-]+ \\|.*"))
                        .toList())
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 2.0, true",
        "1.9.9, 1.0, 2.0, true",
        "2.0, 1.0, 2.0, false",
        "2.0-RC1, 1.0, 2.0, true",
        "0.9, 1.0, 2.0, false",
        "1.10, 0, 1.9, false",
        "1.2, 0, 1.10, true"
    })
    void aWeaknessHoldsFromItsFirstVersionToBeforeTheOneThatMendsIt(
            String version, String introduced, String fixed, boolean concerned) throws IOException {
        Path archive = archive("""
                {"id": "OSV-1", "summary": "invented", "affected": [{"package": {"ecosystem": "Maven", "name": "a:b"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "%s"}, {"fixed": "%s"}]}]}]}
                """.formatted(introduced, fixed));
        var answer = Advisories.lookUp(List.of(new Library("a:b", version, List.of("MIT"))), archive);
        assertThat(answer.read()).isEqualTo(1);
        assertThat(answer.hits()).hasSize(concerned ? 1 : 0);
    }

    @Test
    void aWithdrawnAdvisoryAndOneForAnotherEcosystemConcernNothing() throws IOException {
        String affected =
                "\"affected\": [{\"package\": {\"ecosystem\": \"%s\", \"name\": \"a:b\"}, \"versions\": [\"1\"]}]";
        Path withdrawn = archive(
                "{\"id\": \"1\", \"withdrawn\": \"2026-01-01T00:00:00Z\", " + affected.formatted("Maven") + "}");
        Path elsewhere = archive("{\"id\": \"2\", " + affected.formatted("npm") + "}");
        Path ours = archive("{\"id\": \"3\", " + affected.formatted("Maven") + "}");
        var library = List.of(new Library("a:b", "1", List.of("MIT")));
        assertThat(Advisories.lookUp(library, withdrawn).hits()).isEmpty();
        assertThat(Advisories.lookUp(library, elsewhere).hits()).isEmpty();
        assertThat(Advisories.lookUp(library, ours).hits()).hasSize(1);
    }

    @Test
    void theCommandSaysWhatIsWeakAndFails() throws IOException {
        var postgres = Libraries.ofThisBuild().stream()
                .filter(library -> library.name().equals("org.postgresql:postgresql"))
                .findFirst()
                .orElseThrow();
        Path archive = archive("""
                {"id": "OSV-9", "summary": "invented weakness", "affected": [{"package": {"ecosystem": "Maven",
                 "name": "%s"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
                """.formatted(postgres.name()));
        var said = new StringWriter();
        int code = new CommandLine(new DependenciesCommand())
                .setOut(new PrintWriter(said))
                .execute("--advisories", archive.toString());
        assertThat(code).isEqualTo(1);
        assertThat(said.toString())
                .contains(postgres.name() + " " + postgres.version() + ": OSV-9 invented weakness")
                .contains("1 published weaknesses");
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.zip"), "not an archive");
        var said = new StringWriter();
        int code = new CommandLine(new DependenciesCommand())
                .setErr(new PrintWriter(said))
                .execute("--advisories", file.toString());
        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("cannot be read");
    }

    @Test
    void anAdvisoryThatUnpacksToMoreThanAnyIsRefused() throws IOException {
        var library = List.of(new Library("a:b", "1", List.of("MIT")));
        Path bomb = archive("{\"id\": \"" + "0".repeat(5_000_000) + "\"}");
        assertThat(Files.size(bomb)).isLessThan(50_000);
        assertThatThrownBy(() -> Advisories.lookUp(library, bomb))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
    }

    private Path archive(String advisory) throws IOException {
        Path file = Files.createTempFile(folder, "advisories", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("OSV-1.json"));
            zip.write(advisory.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
