package org.witan.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.linkage.record.UnusableRecords;

class ModelFileTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text \"quoted\" \\ \n é 張", "\t");
        map.put("numbers", List.of(1.0, -2.5e-9, 3e8));
        map.put("nothing", null);
        map.put("empty", List.of());
        map.put("nested", Arrays.asList(Map.of("yes", true), null, List.of()));
        assertThat(Json.read(Json.write(map))).isEqualTo(map);
    }

    @Test
    void whatIsNoJsonIsOneSentenceWithALine() {
        for (String text : List.of("", "{", "[1,]", "{\"a\" 1}", "[1] 2", "\"\\x\"", "nul", "[--1]", "[".repeat(100))) {
            assertThatThrownBy(() -> Json.read(text))
                    .as(text)
                    .isInstanceOf(UnusableRecords.class)
                    .hasMessageMatching("This is not JSON: look at line \\d+\\.");
        }
    }

    @Test
    void aModelThatLacksSomethingSaysWhat() {
        assertThatThrownBy(() -> ModelFile.read("{}"))
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("\"format\"");
        assertThatThrownBy(() -> ModelFile.read("{\"format\": \"other\"}"))
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("witan-linkage-model-1");
    }
}
