package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What looks like a place in the words about an offer, by what the offer is.
class PlaceInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invented: the school of ZX16 1XX knows | true | true | false",
                "Invented: they are at 12 Mill Road now | true | true | false",
                "Invented: 4a, Old Invented Terrace | true | true | false",
                "Invented: the flat is 7 Invented Court | true | false | false",
                "Invented: 10 minutes on the way | true | false | false",
                "Invented: she comes at 10 on Tuesdays | false | false | false",
                "Invented: two children of 4 and 6 | false | false | false",
            })
    void aPlaceIsFoundWhereNoneMustStand(String words, boolean refuge, boolean children, boolean home) {
        assertThat(PlaceInWords.mustNotStandIn(OfferKind.REFUGE, words)).isEqualTo(refuge);
        assertThat(PlaceInWords.mustNotStandIn(OfferKind.EMERGENCY_ACCOMMODATION, words))
                .isEqualTo(refuge);
        assertThat(PlaceInWords.mustNotStandIn(OfferKind.CHILDREN_WRAP_AROUND, words))
                .isEqualTo(children);
        assertThat(PlaceInWords.mustNotStandIn(OfferKind.VICTIM_SERVICE, words)).isEqualTo(children);
        assertThat(PlaceInWords.mustNotStandIn(OfferKind.HOME_SAFETY, words)).isEqualTo(home);
    }
}
