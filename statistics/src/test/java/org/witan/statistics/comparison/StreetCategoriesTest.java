package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.loading.RealFiles;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

class StreetCategoriesTest {
    private static final Definitions DEFINITIONS = Definitions.shippedWith(null);

    @TempDir
    Path folder;

    @Test
    void aChangeInTheCountingOfOffencesTouchesViolenceButNotAntiSocialBehaviour() {
        var store = new Store(folder.resolve("store"));
        var months = List.of(RealFiles.street(folder, "2019-01"), RealFiles.street(folder, "2024-01"));
        new Loading(store, DEFINITIONS, Clock.systemUTC()).load(months, Progress.SILENT);
        try (var comparing = new Comparing(store, DEFINITIONS)) {
            assertThat(codes(comparing.answer(january("police-uk-violence-and-sexual-offences"))))
                    .contains("series-break");
            assertThat(codes(comparing.answer(january("police-uk-anti-social-behaviour"))))
                    .doesNotContain("series-break");
        }
    }

    private static List<String> codes(Figure figure) {
        var refused = figure.refused();
        var warnings = figure.warnings().stream().map(Figure.Warning::code);
        return Stream.concat(warnings, Stream.ofNullable(refused).map(Figure.Refusal::code))
                .toList();
    }

    private static Question january(String offences) {
        return new Question(
                offences,
                "Staffordshire",
                Period.parse("2024-01"),
                Period.parse("2019-01"),
                new Measure.Count(),
                Map.of(),
                Question.By.NOTHING,
                Question.Audience.PARTNERSHIP,
                null,
                null);
    }
}
