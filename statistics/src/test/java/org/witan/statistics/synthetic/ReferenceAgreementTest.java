package org.witan.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.Offences.Reading;

/// The generator knows nothing of the reference data, but a demo only answers the plan page while both agree.
class ReferenceAgreementTest {
    private static final Map<String, Long> LOCAL_SETS =
            Map.of("more-serious-violence", 35L, "serious-sexual", 69L, "less-serious-violence", 252L);

    private final Definitions definitions = Definitions.shippedWith(null);
    private final Set<String> invented =
            OffenceMix.staffordshire().stream().map(OffenceMix::code).collect(Collectors.toSet());

    @Test
    void inventsOnlyOffencesThatLoadingKnows() {
        assertThat(invented)
                .allSatisfy(code -> assertThat(definitions.offences().read(code))
                        .isEqualTo(new Reading.Known(new OffenceCode(code))));
    }

    @Test
    void countsTheLocalSetsAsTheyAreShipped() {
        LOCAL_SETS.forEach((set, count) -> {
            var shipped = definitions.sets().the(set).codes().stream()
                    .map(OffenceCode::value)
                    .filter(invented::contains)
                    .collect(Collectors.toSet());
            assertThat(Target.staffordshire())
                    .filteredOn(target -> target.count() == count)
                    .first()
                    .extracting(target ->
                            target.codes().stream().filter(invented::contains).collect(Collectors.toSet()))
                    .isEqualTo(shipped);
        });
    }

    @Test
    void placesEveryInventedCrimeInStaffordshire() {
        var placings = definitions.areas().placings();
        Predicate<String> inTheForce = lsoa -> {
            var placing = placings.get(lsoa);
            return placing != null && "E23000015".equals(placing.force());
        };

        assertThat(ShippedTable.read("staffordshire-lsoas.csv"))
                .hasSize(687 + 697)
                .allMatch(row -> inTheForce.test(row.getField("lsoa")));
    }
}
