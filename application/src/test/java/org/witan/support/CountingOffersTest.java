package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.people.Standing;

/// Offers in numbers: small ones are not told, and no other number tells them.
class CountingOffersTest extends AFamily {
    @Autowired
    private CountingOffers counting;

    @Test
    void smallNumbersAreNotToldAndTheFileSaysSo() throws Exception {
        assertThatThrownBy(() -> counting.count(idva, today, today, Verb.COUNT)).isInstanceOf(Absent.class);
        UUID whole = family("YES");
        for (int at = 0; at < 6; at++) {
            UUID offer = offered(whole, Standing.VICTIM, OfferKind.CHILDREN_WRAP_AROUND, children);
            says(children, offer, StepKind.STARTED, "");
        }
        UUID declined = offered(whole, Standing.VICTIM, OfferKind.CHILDREN_WRAP_AROUND, children);
        says(children, declined, StepKind.DECLINED, "AFRAID");
        var count = counting.count(coordinator, today, today, Verb.COUNT).stream()
                .filter(one -> one.kind().equals("Support by children's services"))
                .findFirst()
                .orElseThrow();
        assertThat(count.started()).isGreaterThanOrEqualTo(6);
        assertThat(count.declined()).isNull();
        assertThat(count.reasons()).doesNotContainKey("Is afraid of what may follow");
        assertThat(count.medianWait()).isZero();
        assertThat(count.change()).as("nobody was asked at both ends").isNull();
        as(coordinator);
        assertThat(get("/support/counts").body()).contains("Support in numbers", "not told");
        assertThat(get("/support/counts.csv").body()).contains("RESTRICTED", "A number from 1 to 4 is not told");
    }
}
