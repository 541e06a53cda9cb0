package org.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RisingIdentitiesTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void whatIsMadeInOneMillisecondSortsInTheOrderInWhichItWasMade() {
        var identities = new RisingIdentities(Clock.fixed(NOON, ZoneOffset.UTC));
        // More than a millisecond counts.
        List<UUID> made = Stream.generate(identities::next).limit(10_000).toList();
        assertThat(made).doesNotHaveDuplicates().isSorted();
        assertThat(made.stream().map(UUID::toString).toList())
                .as("the database sorts by the bytes")
                .isSorted();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(made.getFirst().getMostSignificantBits() >> 16).isEqualTo(NOON.toEpochMilli());
    }
}
