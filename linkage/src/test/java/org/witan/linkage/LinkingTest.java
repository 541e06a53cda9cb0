package org.witan.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.witan.linkage.accuracy.Accuracy;
import org.witan.linkage.accuracy.Truth;
import org.witan.linkage.cluster.Group;
import org.witan.linkage.index.Index;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.ModelFile;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.scoring.Waterfall;

/// The whole way, on invented persons and on what people really send.
class LinkingTest {
    private static final Set<String> NOT_COMPARED = Set.of("id", "person");

    @Test
    void duplicatesAreFoundWithoutLabels() {
        Records records = Invented.persons(3_000, 5);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        var truth = new Truth(records, "person", Pairing.BOTH);
        assertThat(truth.pairs()).isEqualTo(1_000);
        assertThat(Accuracy.best(Accuracy.atEach(linked.pairs(), truth)).f1()).isGreaterThan(0.98);
        var groups = Accuracy.ofGroups(
                linked.outcome().groups().stream().map(Group::rows).toList(), truth);
        assertThat(groups.precision()).isGreaterThan(0.98);
        assertThat(linked.model().prior() * 4_000.0 * 3_999 / 2).isCloseTo(1_000, within(60.0));
    }

    @Test
    void aModelReadFromItsFileGivesTheSameWeights() {
        Records records = Invented.persons(400, 6);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        Model again = ModelFile.read(ModelFile.write(linked.model()));
        assertThat(again).isEqualTo(linked.model());
        var second = Linking.of(records).with(again).link();
        assertThat(second.pairs().size()).isEqualTo(linked.pairs().size());
        for (int pair = 0; pair < second.pairs().size(); pair++) {
            assertThat(second.pairs().weight(pair)).isEqualTo(linked.pairs().weight(pair));
        }
    }

    @Test
    void theWaterfallAddsUpToTheWeightOfThePair() {
        Records records = Invented.persons(400, 6);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        for (int pair = 0; pair < Math.min(50, linked.pairs().size()); pair++) {
            Waterfall why =
                    linked.explain(linked.pairs().left(pair), linked.pairs().right(pair));
            assertThat(why.weight()).isCloseTo(linked.pairs().weight(pair), within(1e-3));
            assertThat(why.sentence()).startsWith("Probability ").endsWith(".");
        }
    }

    @Test
    void theSentenceHoldsNoValueOfARecord() {
        Records records = Invented.persons(400, 6);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        int left = linked.pairs().left(0);
        String sentence = linked.explain(left, linked.pairs().right(0)).sentence();
        for (String column : List.of("given_name", "surname", "postcode", "email")) {
            String value = records.column(column).at(left);
            if (value != null) {
                assertThat(sentence).doesNotContainIgnoringCase(value);
            }
        }
    }

    @Test
    void twinsAtOneAddressAreForAPersonToDecide() {
        Records records = Invented.persons(600, 8);
        records.add("t1", 0, "t1", "Amelia", "Hartwell", "1991-03-04", "ST9 9ZZ", "home@example.org", "t1");
        records.add("t2", 0, "t2", "Jessica", "Hartwell", "1991-03-04", "ST9 9ZZ", "home@example.org", "t2");
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        int one = records.size() - 2;
        assertThat(linked.outcome().groups())
                .contains(new Group(List.of(one), null), new Group(List.of(one + 1), null));
        assertThat(linked.outcome().reviews()).anySatisfy(review -> {
            assertThat(review.left()).isEqualTo(one);
            assertThat(review.right()).isEqualTo(one + 1);
            assertThat(review.reason()).contains("live together");
        });
    }

    @Test
    void linkingTwoListsPairsNoTwoRecordsOfOne() {
        var records = new Records(Invented.COLUMNS);
        Records persons = Invented.persons(600, 9);
        for (int row = 0; row < persons.size(); row++) {
            int from = row;
            String[] values = persons.columns().stream().map(c -> c.at(from)).toArray(String[]::new);
            records.add(persons.id(row), persons.id(row).endsWith("-b") ? 1 : 0, values);
        }
        var linked = Linking.of(records)
                .pairing(Pairing.BETWEEN)
                .without(NOT_COMPARED)
                .link();
        assertThat(linked.pairs().size()).isGreaterThan(150);
        for (int pair = 0; pair < linked.pairs().size(); pair++) {
            assertThat(records.source(linked.pairs().left(pair)))
                    .isNotEqualTo(records.source(linked.pairs().right(pair)));
        }
    }

    @Test
    void aRecordAddedToAnIndexJoinsItsGroupAtOnce() {
        Model model = Linking.of(Invented.persons(600, 10))
                .without(NOT_COMPARED)
                .link()
                .model();
        Records known = Invented.persons(600, 10);
        var index = new Index(model, known, Pairing.BOTH);
        String[] first = known.columns().stream().map(c -> c.at(1)).toArray(String[]::new);
        String[] again = first.clone();
        again[0] = "new";
        again[4] = "";
        var added = index.add("new", 0, again);
        assertThat(added.matches()).isNotEmpty();
        assertThat(added.matches().getFirst().row()).isIn(0, 1);
        assertThat(added.group().rows()).contains(1, added.row());
        var stranger = index.add("x", 0, "x", "Zzyx", "Quhqw", "1931-12-31", "ZE1 0AA", "nobody@example.net", "x");
        assertThat(stranger.group().rows()).containsExactly(stranger.row());
    }

    @Test
    void oneByOneGivesTheSamePairsAsAllAtOnce() {
        Records records = Invented.persons(500, 11);
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        Records start = Invented.persons(500, 11);
        var index = new Index(linked.model(), start, Pairing.BOTH);
        int grouped = 0;
        for (int row = 0; row < start.size(); row++) {
            grouped += index.groupOf(row).rows().size() > 1 ? 1 : 0;
        }
        long all = linked.outcome().groups().stream()
                .filter(group -> group.rows().size() > 1)
                .mapToLong(group -> group.rows().size())
                .sum();
        assertThat((double) grouped).isCloseTo((double) all, within(all * 0.03));
    }

    @Test
    void columnsThatSayNothingAreNoHindrance() {
        Records persons = Invented.persons(300, 12);
        List<String> columns = List.of("id", "given_name", "surname", "date_of_birth", "empty", "always");
        var records = new Records(columns);
        for (int row = 0; row < persons.size(); row++) {
            records.add(
                    persons.id(row),
                    0,
                    persons.id(row),
                    persons.column("given_name").at(row),
                    persons.column("surname").at(row),
                    persons.column("date_of_birth").at(row),
                    null,
                    "same");
        }
        var linked = Linking.of(records).without(Set.of("id")).link();
        assertThat(linked.model().comparisons())
                .extracting("name")
                .containsExactlyInAnyOrder("given_name", "surname", "date_of_birth");
    }

    @Test
    void nothingToCompareIsOneClearSentence() {
        var records = new Records(List.of("id", "empty"));
        records.add("1", 0, "1", null);
        records.add("2", 0, "2", null);
        assertThatThrownBy(() -> Linking.of(records).without(Set.of("id")).link())
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("No column can be compared");
        assertThatThrownBy(() -> Linking.of(new Records(List.of("a"))).link())
                .isInstanceOf(UnusableRecords.class)
                .hasMessageContaining("at least two records");
    }

    @Test
    void aBirthdayThatStandsForUnknownLinksNobody() {
        Records persons = Invented.persons(900, 13);
        var records = new Records(List.of("id", "given_name", "surname", "date_of_birth", "person"));
        for (int row = 0; row < persons.size(); row++) {
            String born = row % 3 == 0
                    ? "01/01/1900"
                    : persons.column("date_of_birth").at(row);
            records.add(
                    persons.id(row),
                    0,
                    persons.id(row),
                    persons.column("given_name").at(row),
                    persons.column("surname").at(row),
                    born,
                    persons.column("person").at(row));
        }
        var linked = Linking.of(records).without(NOT_COMPARED).link();
        var groups = Accuracy.ofGroups(
                linked.outcome().groups().stream().map(Group::rows).toList(),
                new Truth(records, "person", Pairing.BOTH));
        assertThat(groups.precision()).isGreaterThan(0.9);
        assertThat(groups.found()).isGreaterThan(100);
    }

    @Test
    void namesInOtherScriptsAreComparedLikeAnyOther() {
        String[][] rows = {
            {"1", "张伟", "王", "1980-01-02"},
            {"2", "张伟", "王", "1980-01-02"},
            {"3", "Иван", "Петров", "1975-05-06"},
            {"4", "Ivan", "Petrov", "1975-05-06"},
            {"5", "محمد", "علي", "1990-09-09"},
            {"6", "José", "Núñez", "1966-02-03"},
            {"7", "Jose", "Nunez", "1966-02-03"}
        };
        Records persons = Invented.persons(300, 14);
        var records = new Records(List.of("id", "given_name", "surname", "date_of_birth"));
        Arrays.stream(rows).forEach(row -> records.add(row[0], 0, row));
        for (int row = 0; row < persons.size(); row++) {
            records.add(
                    persons.id(row),
                    0,
                    persons.id(row),
                    persons.column("given_name").at(row),
                    persons.column("surname").at(row),
                    persons.column("date_of_birth").at(row));
        }
        var linked = Linking.of(records).without(Set.of("id")).link();
        var groups = linked.outcome().groups().stream().map(Group::rows).toList();
        assertThat(groups).contains(List.of(0, 1), List.of(2, 3), List.of(4), List.of(5, 6));
    }
}
