package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.Demonstration.Acting;

/// A demonstration has offers of support when it starts: what a refuge must answer, and what runs.
class InventingSupportTest {
    @TempDir
    private Path folder;

    @Test
    void aDemonstrationHasOffersThatWaitAndOneThatRuns() {
        try (OwnApplication demonstration = OwnApplication.in(folder, "--witan.demo=true")) {
            Viewer refuge = demonstration.part(Demonstration.class).acting().stream()
                    .map(Acting::viewer)
                    .filter(viewer -> viewer.role() == Role.SUPPORT_WORKER)
                    .findFirst()
                    .orElseThrow()
                    .with(Purpose.SUPPORT);
            assertThat(demonstration.part(ListingOffers.class).asked(refuge, Verb.LIST))
                    .extracting(offer -> offer.now().what())
                    .contains(StepKind.OFFERED, StepKind.SESSION, StepKind.UNABLE);
        }
    }
}
