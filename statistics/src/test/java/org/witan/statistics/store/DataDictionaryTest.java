package org.witan.statistics.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataDictionaryTest {
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| .+ \\|");

    @ParameterizedTest
    @EnumSource(Table.class)
    void saysOfEachTableWhatTheFilesHold(Table table) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-dictionary.md"));
        String section = page.split("## " + table + ":", -1)[1].split("\n## ", -1)[0];
        List<String> documented = ROW.matcher(section)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(documented)
                .isEqualTo(table.columns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList());
    }
}
