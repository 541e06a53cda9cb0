package org.witan.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtractSchemaDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "extract-schema.md");

    private static List<String> example() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("```csv"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .toList();
    }

    @Test
    void describesEveryColumnInItsOrder() throws IOException {
        var described = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(described)
                .containsExactlyElementsOf(Stream.concat(Columns.CRIME.stream(), Columns.PERSONS.stream())
                        .toList());
    }

    @Test
    void givesExamplesThatKeepItsRules() throws IOException {
        var rows = ExtractRow.parse(example().stream());

        assertThat(rows).hasSizeGreaterThan(2);
        assertThat(rows)
                .allSatisfy(row -> assertThat(ExtractSchema.faults(row)).isEmpty())
                .allMatch(row -> row.the("data_notice").startsWith("SYNTHETIC"));
        assertThat(example().getFirst()).isEqualTo(String.join(",", Columns.CRIME));
    }
}
