package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;

class FiltersTest {
    @Test
    void readsFlagsAndShortNames() {
        assertThat(Filters.parse("domestic=Yes, sex=female,place=education,ethnicity=white"))
                .isEqualTo(Map.of(
                        "domestic", "yes", "victim_sex", "female", "place", "education", "victim_ethnicity", "white"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "domestic",
                "domestic=maybe",
                "colour=red",
                "sex=x",
                "place=",
                "place=educaton",
                "relationship=ex-partnr",
                "place='; drop",
                "sex=female,victim_sex=male"
            })
    void refusesUnknownNamesAndValuesInOneLine(String text) {
        assertThatThrownBy(() -> Filters.parse(text))
                .isInstanceOf(BadInput.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void measuresAreReadAndWrittenAlike() {
        for (var text :
                new String[] {"count", "rate", "harm", "share:domestic", "share-of:stalking", "outcome:charge"}) {
            assertThat(Measure.parse(text).notation()).isEqualTo(text);
        }
        assertThatThrownBy(() -> Measure.parse("share:blue")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Measure.parse("share:")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Measure.parse("count:x")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Measure.parse("median")).isInstanceOf(BadInput.class);
    }
}
