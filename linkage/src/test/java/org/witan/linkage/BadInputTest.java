package org.witan.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.linkage.accuracy.Accuracy;
import org.witan.linkage.accuracy.Truth;
import org.witan.linkage.blocking.RuleReport;
import org.witan.linkage.cluster.Group;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;

/// What people really send: it is linked sensibly or refused in one sentence, and never hangs or merges strangers.
class BadInputTest {
    private static final List<String> COLUMNS = List.of("id", "given_name", "surname", "date_of_birth", "person");
    private static final Set<String> NOT_COMPARED = Set.of("id", "person");

    private static Records records(int rows, IntFunction<@Nullable String[]> row) {
        var records = new Records(COLUMNS);
        for (int at = 0; at < rows; at++) {
            @Nullable String[] values = row.apply(at);
            records.add(String.valueOf(values[0]), 0, values);
        }
        return records;
    }

    private static List<List<Integer>> severals(Linking.Linked linked) {
        return linked.outcome().groups().stream()
                .map(Group::rows)
                .filter(rows -> rows.size() > 1)
                .toList();
    }

    @Test
    void fortyThousandEqualSurnamesAreSplitAndLinkNobody() {
        Records records = records(40_000, row -> new @Nullable String[] {
            "r" + row, "given" + Integer.toString(row * 7919 % 40_000, 36), "Smith", null, "p" + row
        });
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            var linked = Linking.of(records).without(NOT_COMPARED).link();
            assertThat(severals(linked)).isEmpty();
            assertThat(linked.rules())
                    .extracting(RuleReport::kept)
                    .allSatisfy(kept -> assertThat(kept).isLessThan(40_000_000));
        });
    }

    @Test
    void everyRecordTheSameIsNoReasonToCompareThemAllOrToRunOutOfMemory() {
        Records records = records(30_000, row ->
                new @Nullable String[] {"r" + row, "Ann", row % 2 == 0 ? "Lee" : "Ray", "1990-01-01", "p"});
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            var linked = Linking.of(records).without(NOT_COMPARED).link();
            assertThat(linked.rules()).anySatisfy(rule -> {
                assertThat(rule.split()).isPositive();
                assertThat(rule.sentence()).contains("too large", "left out");
            });
            assertThat(linked.pairs().size()).isLessThan(20_000_000);
        });
    }

    @Test
    void recordsThatHoldNothingStayAlone() {
        Records persons = Invented.persons(400, 50);
        var records = new Records(Invented.COLUMNS);
        for (int row = 0; row < persons.size(); row++) {
            int from = row;
            records.add(
                    persons.id(row),
                    0,
                    persons.columns().stream().map(column -> column.at(from)).toArray(String[]::new));
        }
        int full = records.size();
        for (int row = 0; row < 50; row++) {
            records.add("empty" + row, 0, "empty" + row, null, "", "unknown", "n/a", null, "empty" + row);
        }
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        assertThat(linked.outcome().groups())
                .contains(new Group(List.of(full), null), new Group(List.of(full + 49), null));
        var truth = new Truth(records, "person", Pairing.BOTH);
        assertThat(Accuracy.best(Accuracy.atEach(linked.pairs(), truth)).f1()).isGreaterThan(0.95);
    }

    @Test
    void nothingIsGivenAnywhere() {
        Records records = records(100, row -> new @Nullable String[] {"r" + row, null, "", null, "p" + row});
        assertThatThrownBy(() -> Linking.of(records).without(NOT_COMPARED).link())
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("No column can be compared");
    }

    @Test
    void aDayThatHalfTheRecordsShareSaysLittle() {
        Records persons = Invented.persons(900, 51);
        Records records = records(persons.size(), row -> new @Nullable String[] {
            persons.id(row),
            persons.column("given_name").at(row),
            persons.column("surname").at(row),
            row % 2 == 0 ? "01/01/1900" : persons.column("date_of_birth").at(row),
            persons.column("person").at(row)
        });
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        var groups = Accuracy.ofGroups(severals(linked), new Truth(records, "person", Pairing.BOTH));
        assertThat(groups.precision()).isGreaterThan(0.9);
    }

    @Test
    void brokenUnicodeAndSignsAloneAreComparedOrTakenForNothing() {
        String[] names = {"\uD800", "😀😀", "---", "''", "\u0000", "ﷺ", "ﬁne", "İpek", "ß", "　", "e\u0301", "\u202Eabc"
        };
        Records persons = Invented.persons(300, 52);
        Records records = records(persons.size() + names.length, row -> {
            boolean odd = row < names.length;
            int from = odd ? row : row - names.length;
            return new @Nullable String[] {
                "r" + row,
                odd ? names[row] : persons.column("given_name").at(from),
                odd ? names[names.length - 1 - row] : persons.column("surname").at(from),
                persons.column("date_of_birth").at(from),
                odd ? "odd" + row : persons.column("person").at(from)
            };
        });
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        var truth = new Truth(records, "person", Pairing.BOTH);
        assertThat(Accuracy.ofGroups(severals(linked), truth).precision()).isGreaterThan(0.95);
    }
}
