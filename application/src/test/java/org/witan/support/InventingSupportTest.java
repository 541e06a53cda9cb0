package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.OwnApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.Demonstration.Acting;

/// A demonstration has support of every kind and in every state when it starts.
class InventingSupportTest {
    @TempDir
    private Path folder;

    @Test
    void aDemonstrationHasEveryKindOfSupportInEveryState() {
        try (OwnApplication demonstration = OwnApplication.in(folder, "--witan.demo=true")) {
            JdbcClient owner = demonstration.owner();
            assertThat(owner.sql("select distinct offer_kind from support.offer")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(OfferKind.values()).map(Enum::name).toList());
            assertThat(owner.sql("""
                            select distinct (select s.what from support.offer_step s where s.record_id = o.id
                                             order by s.version desc limit 1) from support.offer o
                            """).query(String.class).list())
                    .contains("OFFERED", "ACCEPTED", "WAITING", "STARTED", "SESSION", "ENDED", "DECLINED", "UNABLE");
            assertThat(owner.sql(
                                    "select count(distinct w.within_id) from support.offer o join access.record w on w.id = o.id")
                            .query(Long.class)
                            .single())
                    .as("families")
                    .isGreaterThanOrEqualTo(4);
            assertThat(owner.sql("select count(*) from support.service")
                            .query(Long.class)
                            .single())
                    .as("services of the directory")
                    .isEqualTo(4);
            assertThat(owner.sql("select postcode from support.service where confidential")
                            .query(String.class)
                            .list())
                    .containsExactly("");
            assertThat(owner.sql("select count(*) from support.gives")
                            .query(Long.class)
                            .single())
                    .as("who gives what")
                    .isPositive();
            List<Viewer> workers = demonstration.part(Demonstration.class).acting().stream()
                    .map(Acting::viewer)
                    .filter(viewer -> viewer.role() == Role.SUPPORT_WORKER)
                    .map(viewer -> viewer.with(Purpose.SUPPORT))
                    .toList();
            List<Offer> asked = workers.stream()
                    .flatMap(viewer -> demonstration.part(ListingOffers.class).asked(viewer, Verb.LIST).stream())
                    .toList();
            assertThat(asked)
                    .anyMatch(Offer::isStopped)
                    .anyMatch(offer -> offer.isLate(offer.askedOn().plusDays(3)));
            assertThat(asked).anyMatch(offer -> offer.sessions(true) < offer.sessions(false));
            assertThat(workers)
                    .anyMatch(viewer -> !demonstration
                            .part(MakingHomesSafe.class)
                            .jobs(viewer, Verb.LIST)
                            .isEmpty());
        }
    }
}
