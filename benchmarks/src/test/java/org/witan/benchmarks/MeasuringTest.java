package org.witan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A measurement is worth nothing when its two sides do different work.
class MeasuringTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bothSidesOfAComparisonCountTheSame() throws SQLException, IOException {
        try (var warm = Warm.open(new Extract(folder, 100_000))) {
            for (Asked asked : Asked.values()) {
                assertThatCode(() -> warm.demandAgreement(asked)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aQuestionIsNeverAnsweredFromWhatIsKept() {
        for (Asked asked : Asked.values()) {
            assertThat(asked.question(1)).isNotEqualTo(asked.question(2));
            assertThat(asked.question(1).area())
                    .isEqualToIgnoringCase(asked.question(2).area());
        }
    }

    @Test
    void anExtractIsWrittenAgainWhenItsSizeIsWrong() throws IOException {
        var extract = new Extract(folder, 50);
        long size = Files.size(extract.file());
        Files.writeString(extract.file(), "cut short");
        assertThat(Files.size(extract.file())).isEqualTo(size);
    }

    @Test
    void everyQuestionAskedOnceIsDifferent() {
        var questions = PageQuestions.of(Extract.definitions(), 7).askedOnce(2_000);
        assertThat(questions).doesNotHaveDuplicates().hasSize(2_000);
        assertThat(PageQuestions.of(Extract.definitions(), 7).askedOnce(2_000)).isEqualTo(questions);
    }
}
