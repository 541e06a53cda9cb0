package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.witan.voices.ReadingSurveys.Wrong;
import org.witan.voices.SurveyResult.Question;

/// Results of surveys are taken whole or not at all.
class ReadingSurveysTest {
    private static final String HEAD = "year,area,question,n,percent\n";
    private final ReadingSurveys reading = new ReadingSurveys();

    @Test
    void rowsAreRead() {
        var read = reading.read(
                "\uFEFFYear, Area,question,N,percent,source\r\n2025,\"Codsall, north\",After Dark,412,61.9,Invented\r\n",
                2026);
        assertThat(read.problems()).isEmpty();
        assertThat(read.rows())
                .containsExactly(new SurveyResult(2025, "Codsall, north", Question.AFTER_DARK, 412, 61.9, "Invented"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027,Codsall,day,100,50         | year
            25,Codsall,day,100,50           | year
            2025,,day,100,50                | area
            2025,Codsall,at work,100,50     | question
            2025,Codsall,day,0,50           | n
            2025,Codsall,day,-5,50          | n
            2025,Codsall,day,9999999,50     | n
            2025,Codsall,day,100,100.1      | percent
            2025,Codsall,day,100,50 %       | percent
            2025,Codsall,day,100            | cells
            """)
    void aRowThatCannotBeIsNamedByItsLineAndNothingIsTaken(String row, String what) {
        var read = reading.read(HEAD + "2024,Codsall,day,100,50\n" + row + "\n", 2026);
        assertThat(read.rows()).isEmpty();
        assertThat(read.problems()).containsExactly(new Wrong(3, what));
    }

    @Test
    void theSameRowTwiceOtherHeadingsAndNoRowsAreSaid() {
        assertThat(reading.read(HEAD + "2025,Codsall,day,9,50\n2025,codsall,By day,8,51\n", 2026)
                        .problems())
                .containsExactly(new Wrong(3, "twice"));
        assertThat(reading.read("a,b\n1,2\n", 2026).problems()).containsExactly(new Wrong(1, "headings"));
        assertThat(reading.read(HEAD, 2026).problems()).containsExactly(new Wrong(1, "empty"));
        assertThat(reading.read("", 2026).problems()).containsExactly(new Wrong(1, "headings"));
        assertThat(reading.read(HEAD + "2025,Codsall,day,9,50\n".repeat(2_001), 2026)
                        .problems())
                .extracting(Wrong::what)
                .containsExactly("many");
    }
}
