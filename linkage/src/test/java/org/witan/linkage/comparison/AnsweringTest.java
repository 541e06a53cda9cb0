package org.witan.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Kind;
import org.witan.linkage.record.Records;

/// Each word of the vocabulary on two records that are alike in this way and two that are not.
class AnsweringTest {

    private static boolean alike(Alike alike, double limit, Kind kind, @Nullable String left, @Nullable String right) {
        var records = new Records(List.of("a"));
        records.add("1", 0, left);
        records.add("2", 0, right);
        var fields = new Fields(records, List.of(new Field("a", kind, "a")));
        var comparison = new Comparison("a", List.of("a"), List.of(Level.of("", alike, "a", limit)), Bearing.OWN);
        int answer = new Answering(comparison, fields).answer(0, 1);
        assertThat(new Answering(comparison, fields).answer(1, 0)).isEqualTo(answer);
        return answer == 1;
    }

    private static void tells(Alike alike, double limit, Kind kind, String one, String like, String unlike) {
        assertThat(alike(alike, limit, kind, one, like))
                .as("%s %s %s", alike, one, like)
                .isTrue();
        assertThat(alike(alike, limit, kind, one, unlike))
                .as("%s %s %s", alike, one, unlike)
                .isFalse();
    }

    @Test
    void everyLevelOnOneFieldHoldsWhereItShould() {
        tells(Alike.SAME, 0, Kind.WORDS, "Zoë", "zoe", "zoa");
        tells(Alike.JARO_WINKLER, 0.9, Kind.WORDS, "martha", "marhta", "arthur");
        tells(Alike.LETTERS_APART, 1, Kind.CODE, "123456", "123465", "124365");
        tells(Alike.BOTH_VALID_MODULO_11, 0, Kind.CODE, "943 476 5919", "4010232137", "9434765918");
        tells(Alike.NICKNAME, 0, Kind.WORDS, "William", "Bill", "George");
        tells(Alike.INITIAL, 0, Kind.WORDS, "Ann", "A", "B");
        tells(Alike.SOUND, 0, Kind.WORDS, "Mohammed", "Muhamad", "Mustafa");
        tells(Alike.SHARED_WORD, 0, Kind.WORDS, "Smith-Jones", "Jones", "Johnson");
        tells(Alike.DAY_AND_MONTH_SWAPPED, 0, Kind.DAY, "1990-02-01", "1990-01-02", "1991-01-02");
        tells(Alike.DAY_PARTS, 2, Kind.DAY, "1990-02-01", "1990-02-28", "1990-03-28");
        tells(Alike.YEARS_APART, 1, Kind.DAY, "1990-02-01", "1991-12-28", "1992-02-01");
        tells(Alike.POSTCODE_SECTOR, 0, Kind.POSTCODE, "ST16 3AR", "st163xx", "ST16 4AR");
        tells(Alike.POSTCODE_DISTRICT, 0, Kind.POSTCODE, "ST16 3AR", "ST16 4XX", "ST17 3AR");
        tells(Alike.MAILBOX, 0, Kind.EMAIL, "a.b@one.org", "A.B@two.org", "b.a@one.org");
        tells(Alike.SAME_END, 6, Kind.PHONE, "+44 7700 900123", "07700900123", "07700900124");
        tells(Alike.SHARED_VALUE, 0, Kind.LIST, "Ann Lee; Anna", "anna|Bea", "Bea");
        tells(Alike.KILOMETRES, 2, Kind.POINT, "52.806, -2.117", "52.81 -2.12", "52.9 -2.1");
    }

    @Test
    void levelsOverSeveralFieldsLookBothWays() {
        var records = new Records(List.of("given", "surname"));
        records.add("1", 0, "Ann", "Lee");
        records.add("2", 0, "Lee", "Ann");
        records.add("3", 0, "Bea", "Annabel Lee");
        records.add("4", 0, "Lees", "Ann");
        var fields = new Fields(
                records, List.of(new Field("given", Kind.WORDS, "given"), new Field("surname", Kind.WORDS, "surname")));
        assertThat(answer(fields, Alike.SWAPPED, 0, 0, 1)).isTrue();
        assertThat(answer(fields, Alike.SWAPPED, 0, 0, 2)).isFalse();
        assertThat(answer(fields, Alike.SWAPPED, 0.8, 0, 3)).isTrue();
        assertThat(answer(fields, Alike.SWAPPED, 0.95, 0, 3)).isFalse();
        assertThat(answer(fields, Alike.SWAPPED, 0.8, 0, 2)).isFalse();
        assertThat(answer(fields, Alike.SWAPPED, 0, 0, 3)).isFalse();
        assertThat(answer(fields, Alike.FOUND_IN, 0, 1, 2)).isTrue();
        assertThat(answer(fields, Alike.FOUND_IN, 0, 2, 1)).isTrue();
        assertThat(answer(fields, Alike.FOUND_IN, 0, 0, 2)).isFalse();
        assertThat(answer(fields, Alike.PARTS_AGREE, 1, 0, 0)).isTrue();
        assertThat(answer(fields, Alike.PARTS_AGREE, 1, 0, 1)).isFalse();
    }

    private static boolean answer(Fields fields, Alike alike, double limit, int left, int right) {
        var level = new Level("", alike, List.of("given", "surname"), limit, false);
        var comparison = new Comparison("name", List.of("given"), List.of(level), Bearing.OWN);
        return new Answering(comparison, fields).answer(left, right) == 1;
    }

    @Test
    void whatIsNotGivenIsAnAnswerOfItsOwn() {
        var records = new Records(List.of("a"));
        records.add("1", 0, "x");
        records.add("2", 0, (String) null);
        records.add("3", 0, "unknown");
        records.add("4", 0, "y");
        var fields = new Fields(records, List.of(new Field("a", Kind.WORDS, "a")));
        var comparison = new Comparison("a", List.of("a"), List.of(Level.same("a")), Bearing.OWN);
        var answering = new Answering(comparison, fields);
        assertThat(answering.answer(0, 1)).isEqualTo(Comparison.NOT_GIVEN);
        assertThat(answering.answer(1, 2)).isEqualTo(Comparison.NOT_GIVEN);
        assertThat(answering.answer(0, 3)).isEqualTo(comparison.differs());
        assertThat(comparison.says(comparison.differs())).isEqualTo("differs");
    }
}
