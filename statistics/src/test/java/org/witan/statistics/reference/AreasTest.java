package org.witan.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;

final class AreasTest {
    private final Definitions definitions = Definitions.shippedWith(null);
    private final Areas areas = definitions.areas();

    @ParameterizedTest
    @CsvSource({
        "Staffordshire, E23000015",
        "staffordshire police, E23000015",
        "Staffordshire (county), E10000028",
        "South Staffordshire, E07000196",
        "South Staffordshire (partnership), E22000267",
        "e07000196, E07000196",
        "Stoke-on-Trent, E06000021",
        "England and Wales, K04000001",
        "'London, City of', E23000034",
        "City of London, E09000001"
    })
    void findsTheAreaThatAPersonMeans(String named, String code) {
        assertThat(areas.the(named).code()).isEqualTo(code);
    }

    @Test
    void saysWhichNamesAreNear() {
        assertThatThrownBy(() -> areas.the("South Stafordshire"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("South Staffordshire");
    }

    @ParameterizedTest
    @CsvSource({
        "Avon & Somerset, E23000036",
        "Avon and Somerset Constabulary, E23000036",
        "Dyfed-Powys Police, W15000004",
        "Metropolitan Police Service, E23000001",
        "Metropolitan Police, E23000001",
        "Devon & Cornwall Police, E23000035",
        "Devon and Cornwall, E23000035",
        "'London, City of', E23000034",
        "City of London Police, E23000034",
        "Staffordshire Police, E23000015"
    })
    void knowsAForceByEveryPrintedName(String printed, String code) {
        assertThat(areas.findForce(printed))
                .hasValueSatisfying(force -> assertThat(force.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"British Transport Police", "Action Fraud", "CIFAS", "UK Finance"})
    void givesNoAreaToABodyWithoutOne(String printed) {
        assertThat(areas.findForce(printed)).isEmpty();
    }

    @Test
    void holdsStaffordshireCompletely() {
        Area force = areas.the("Staffordshire");
        assertThat(areas.within(force, AreaKind.DISTRICT)).hasSize(9);
        assertThat(areas.within(force, AreaKind.PARTNERSHIP)).hasSize(9);
        assertThat(areas.within(force, AreaKind.LSOA)).hasSize(697).allMatch(lsoa -> lsoa.vintage() == 2021);
        assertThat(areas.within(areas.the("South Staffordshire"), AreaKind.WARD))
                .hasSize(20);
        assertThat(areas.districtsOf(areas.the("Staffordshire (county)")))
                .hasSize(8)
                .doesNotContain("E06000021");
        assertThat(areas.forceOf("E07000196")).isEqualTo("E23000015");
    }

    @Test
    void placesAllLsoasOf2011InStaffordshire() {
        long placed = areas.placings().values().stream()
                .filter(placing -> "E23000015".equals(placing.force()))
                .filter(placing -> placing.vintage() == 2011)
                .count();
        assertThat(placed).isEqualTo(areas.redrawnLsoas(areas.the("Staffordshire")));
        assertThat(placed).isEqualTo(13);
    }

    @Test
    void doesNotTakeTheNameOfAnAbolishedDistrictForTheLargerOneOfToday() {
        assertThat(areas.find("E07000187")).isEmpty();
    }

    @Test
    void placesADistrictOfAnEarlierYearInTheOneThatTookItIn() {
        assertThat(placing("E07000187").district()).isEqualTo("E06000066");
        assertThat(placing("E07000187").force()).isEqualTo("E23000036");
    }

    @Test
    void keepsTheCityOfLondonApartFromTheMetropolitanPolice() {
        assertThat(placing("E01000001").force()).isEqualTo("E23000034");
        assertThat(areas.forceOf("E09000001")).isEqualTo("E23000034");
        assertThat(areas.districtsOf(areas.the("Metropolitan Police")))
                .hasSize(32)
                .doesNotContain("E09000001");
    }

    @Test
    void knowsAnLsoaThatNowLiesInSeveralDistrictsButGivesItNone() {
        assertThat(areas.placings().values().stream()
                        .filter(placing -> placing.district() == null)
                        .map(Areas.Placing::code))
                .containsExactlyInAnyOrder("E01008187", "E01023508", "E01023964");
        assertThat(areas.placings().values().stream().filter(placing -> placing.vintage() == 2011))
                .hasSize(1_106);
    }

    @Test
    void countsTheResidentsOfSouthStaffordshire() {
        Populations populations = definitions.populations();
        Area district = areas.the("South Staffordshire");
        assertThat(populations.find(areas, district, 2021, "female"))
                .contains(new Populations.Population(55_166, 2021, "female", "ons-census-2021"));
        assertThat(populations.find(areas, district, 2020, "all"))
                .contains(new Populations.Population(112_369, 2020, "all", "ons-mid-2020"));
        assertThat(populations.find(areas, district, 2018, "female"))
                .hasValueSatisfying(found -> assertThat(found.year()).isEqualTo(2021));
        assertThat(populations.find(areas, areas.the("E22000267"), 2021, "female"))
                .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo(55_166));
    }

    @Test
    void sumsTheDistrictsOfAForce() {
        Area force = areas.the("Staffordshire");
        long sum = areas.within(force, AreaKind.DISTRICT).stream()
                .mapToLong(district -> definitions
                        .populations()
                        .find(areas, district, 2021, "all")
                        .orElseThrow()
                        .number())
                .sum();
        assertThat(definitions.populations().find(areas, force, 2021, "all"))
                .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo(sum));
        assertThat(sum).isBetween(1_125_000L, 1_140_000L);
    }

    @Test
    void givesNoPopulationToAPartnershipThatIsOnlyPartOfADistrict() {
        Area partOfBuckinghamshire = areas.the("E22000306");
        assertThat(areas.sharesADistrict(partOfBuckinghamshire)).isTrue();
        assertThat(definitions.populations().find(areas, partOfBuckinghamshire, 2021, "all"))
                .isEmpty();
        assertThat(areas.sharesADistrict(areas.the("E22000267"))).isFalse();
    }

    private Areas.Placing placing(String code) {
        return Objects.requireNonNull(areas.placings().get(code));
    }
}
