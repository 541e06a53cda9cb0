package org.witan.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OffencesTest {
    private final Offences offences = Definitions.shippedWith(null).offences();

    @ParameterizedTest
    @CsvSource({
        "8L, 8L", "8l, 8L", "008L, 8L", "8/30, 8L", "008/30, 8L", "00830, 8L", "' 8 / 30 ', 8L", "195/94, 8L",
        "8/65, 8Q", "195/12, 8Q", "8/67, 8U", "8/72, 8R", "125/9, 9A", "125/09, 9A", "12509, 9A", "8/55, 9B",
        "88/05, 88C", "88/5, 88C", "8/1, 8N", "8/01, 8N", "8/6, 8N", "19/8, 19C", "19/7, 19D", "36/8, 106",
        "105/1, 105A", "8/57, 105B", "4.1, 4.1", "4.10, 4.10", "4/1, 4.1", "4/10, 4.10", "1, 1", "001, 1",
        "1/4.1/4.10/4.2, 1/4.1/4.10/4.2", "ffa uk, FFA UK", "uk finance, UK Finance", "802, 802"
    })
    void readsEveryPrintedFormOfACode(String printed, String code) {
        assertThat(offences.read(printed)).isEqualTo(new Offences.Reading.Known(new OffenceCode(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08-Jan",
                "Jan-08",
                "8-Mar",
                "Aug-30",
                "01/08/2022",
                "2022-08-01",
                "2022-08-01 00:00:00",
                "44774",
                "23955"
            })
    void seesThatASpreadsheetMadeADateOfTheCode(String printed) {
        assertThat(offences.read(printed)).isEqualTo(new Offences.Reading.BecameADate(printed));
    }

    @Test
    void takesNoneOfTheDatesThatWereCodesForACode() throws IOException {
        List<String> dates = lines("dates-once-codes.csv").stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(dates).hasSize(124);
        assertThat(dates)
                .allSatisfy(date -> assertThat(offences.read(date)).isInstanceOf(Offences.Reading.BecameADate.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "8", "8/99", "58", "34/1", "19399"})
    void doesNotGuessAtAnUnknownOrAmbiguousCode(String printed) {
        assertThat(offences.read(printed)).isEqualTo(new Offences.Reading.Unknown(printed));
    }

    @Test
    void knowsEveryCodeOfTheHomeOfficeTable() throws IOException {
        List<String> printed = lines("codes-of-2017-18.txt");
        assertThat(printed).hasSize(132);
        assertThat(printed)
                .allSatisfy(
                        code -> assertThat(offences.find(new OffenceCode(code))).isPresent());
        assertThat(printed)
                .allSatisfy(code ->
                        assertThat(offences.read(code)).isEqualTo(new Offences.Reading.Known(new OffenceCode(code))));
    }

    @Test
    void listsOnlyFormsThatItReadsAndThatAreNoDates() {
        assertThat(offences.printedForms()).hasSizeGreaterThan(2_000);
        assertThat(offences.printedForms()).allSatisfy((form, code) -> {
            assertThat(offences.read(form)).isEqualTo(new Offences.Reading.Known(code));
            assertThat(offences.find(code)).isPresent();
            assertThat(form).isEqualTo(OffenceCode.tidied(form));
        });
    }

    @Test
    void weighsStalkingAsTheCrimeSeverityScoreDoes() {
        Offence stalking = offences.find(new OffenceCode("8Q")).orElseThrow();
        assertThat(stalking.severityWeight()).isEqualTo(56.349709671587924);
        assertThat(stalking.subgroup()).isEqualTo("Stalking and harassment");
        assertThat(stalking.policeUkCategory()).isEqualTo("violence-and-sexual-offences");
        assertThat(stalking.validity().from()).isEqualTo("2014-04-01");
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OffencesTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
