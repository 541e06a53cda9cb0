package org.witan.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Table;

class CheckingClaimsTest {
    private static ClaimsCheck.Relation relation(ClaimsCheck check, String name) {
        return check.relations().stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,470; +3 %; 91 %; 3,140", "3470;3%;91%;3140", " 3,470 ;+3%; 91 % ; 3140 "})
    void thePlanPagesShareAgreesOnlyWhenRoundedUpOrTwice(String text) {
        var share = relation(CheckingClaims.check(text), "share");
        assertThat(share.exact()).isCloseTo(90.4899, within(0.0001));
        assertThat(share.agrees()).isFalse();
        assertThat(share.under()).containsExactly("up", "twice (first to one decimal more)");
        assertThat(share.explanation()).contains("90.49 %").contains("3,141 to 3,175");
    }

    @Test
    void thePlanPagesChangeSaysWhatTheEarlierNumberWas() {
        var change = relation(CheckingClaims.check("3,470; +3 %; 91 %; 3,140"), "change");
        assertThat(change.explanation()).contains("between 3,353 and 3,385");
        assertThat(change.agrees()).isTrue();
    }

    @Test
    void aShareThatIsRightAgreesUnderTheUsualRoundings() {
        var share = relation(CheckingClaims.check("3,470; 90.5 %; 3,140"), "share");
        assertThat(share.agrees()).isTrue();
        assertThat(share.under()).contains("half up", "half even");
    }

    @Test
    void printedNumbersAreHeldAgainstTheStore() {
        var store = Recorded.nothing()
                .covering(Table.CRIME, "2020-04", "2022-03")
                .crimes(3369, "8Q", "2020-09-15", "domestic", "no")
                .crimes(3144, "8Q", "2021-09-15", "domestic", "yes")
                .crimes(326, "8Q", "2021-09-15", "domestic", "no");
        var check = CheckingClaims.check(
                "3,470; +3 %; 91 %; 3,140",
                Asked.stalking().of(store),
                Asked.stalking().measured("share:domestic").of(store));
        assertThat(relation(check, "stored-count").agrees()).isTrue();
        assertThat(relation(check, "stored-change").agrees()).isTrue();
        assertThat(relation(check, "stored-share").agrees()).isTrue();
        assertThat(relation(check, "stored-part").agrees()).isFalse();
        assertThat(relation(check, "stored-part").explanation()).contains("3,144");
        assertThat(check.agrees()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3470", "a; b", "3470; 91 %; 91 %; 91 %; 3140", "100; 91 %; 200", "0; +3 %", "3.5; +3 %"})
    void whatCannotBeReadIsBadInput(String text) {
        assertThatThrownBy(() -> CheckingClaims.check(text)).isInstanceOf(BadInput.class);
    }
}
