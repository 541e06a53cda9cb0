package org.witan.linkage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Distinct values are numbered as a map would number them, and rows keep what they were given.
class RecordsTest {
    @Test
    void valuesAreNumberedInTheOrderInWhichTheyCame() {
        var random = new Random(3);
        var column = new Column("a");
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row = 0; row < 50_000; row++) {
            String value = "v" + random.nextInt(20_000);
            int expected = numbers.computeIfAbsent(value, _ -> numbers.size());
            counts.merge(expected, 1, Integer::sum);
            assertThat(column.add(value)).isEqualTo(expected);
        }
        assertThat(column.distinct()).isEqualTo(numbers.size());
        assertThat(column.given()).isEqualTo(50_000);
        counts.forEach((code, count) -> assertThat(column.count(code)).isEqualTo(count));
        numbers.forEach((value, code) -> assertThat(column.find(value)).isEqualTo(code));
        assertThat(column.find("nowhere")).isEqualTo(Column.NONE);
    }

    @Test
    void columnsSideBySideHoldWhatTheyHeldAndTakeMore() {
        var records = new Records(List.of("a", "b"));
        for (int row = 0; row < 3_000; row++) {
            records.add("r" + row, 0, row % 7 == 0 ? null : "a" + row % 11, "b" + row);
        }
        var fields = new Fields(records, List.of(new Field("a", Kind.CODE, "a"), new Field("b", Kind.CODE, "b")));
        records.add("new", 0, "A3", "B 3000");
        fields.follow();
        assertThat(fields.size()).isEqualTo(3_001);
        for (int row = 0; row < 3_000; row++) {
            assertThat(fields.the("a").at(row)).isEqualTo(row % 7 == 0 ? null : "a" + row % 11);
            assertThat(fields.the("b").at(row)).isEqualTo("b" + row);
        }
        assertThat(fields.the("a").at(3_000)).isEqualTo("a3");
        assertThat(fields.the("b").at(3_000)).isEqualTo("b3000");
    }

    @Test
    void aSecondRecordWithAnIdIsFoundInItsListOnly() {
        var records = new Records(List.of("a"));
        records.add("1", 0, "x");
        records.add("1", 1, "x");
        assertThat(records.findDuplicateId()).isNull();
        records.addAll(0, 2, new String[][] {{"y", "z"}});
        records.rename(2, "2");
        records.rename(3, "2");
        assertThat(records.findDuplicateId()).isEqualTo(3);
        assertThat(records.column("a").at(3)).isEqualTo("z");
    }
}
