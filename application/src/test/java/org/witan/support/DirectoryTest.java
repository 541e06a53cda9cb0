package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.people.Standing;

/// The directory of services: brought and taken away as Open Referral writes it, without a place that is confidential.
class DirectoryTest extends AFamily {
    @Autowired
    private KeepingDirectory directory;

    private static ServiceListing service(@Nullable UUID agency, boolean confidential) {
        UUID id = UUID.randomUUID();
        return new ServiceListing(
                id,
                0,
                agency,
                "Invented Organization " + id,
                "Invented service " + id,
                "Invented: counselling",
                "Anybody",
                "https://example.org",
                "invented@example.org",
                "01632 960000",
                confidential,
                "1 Invented Square",
                "Inventown",
                "ZZ11 1ZZ",
                null);
    }

    private ServiceListing found(ServiceListing service) {
        return directory.open(idva, service.id());
    }

    @Test
    void aConfidentialServiceHasNoPlaceHoweverOftenSomebodyBringsOne() throws Exception {
        ServiceListing refugeService = service(null, true);
        ServiceListing open = service(null, false);
        assertThat(directory.write(coordinator, List.of(refugeService, open))).isEqualTo(2);
        assertThat(found(refugeService).postcode()).isEmpty();
        assertThat(found(open).postcode()).isEqualTo("ZZ11 1ZZ");
        String file = OpenReferral.write(List.of(new ServiceListing(
                refugeService.id(),
                1,
                null,
                "Invented",
                "Invented",
                "",
                "",
                "",
                "",
                "",
                false,
                "9 Secret Way",
                "",
                "ZZ19 9ZZ",
                null)));
        assertThat(file).contains("9 Secret Way");
        var read = OpenReferral.read(file, today);
        directory.write(coordinator, read.services());
        assertThat(found(refugeService).address()).isEmpty();
        assertThat(found(refugeService).name()).isEqualTo("Invented");
        as(idva);
        String exported = get("/support/services.json").body();
        assertThat(exported).contains("1 Invented Square", "\"status\" : \"active\"", "service_at_locations");
        assertThat(exported).doesNotContain("9 Secret Way", "ZZ19 9ZZ");
    }

    @Test
    void aServiceIsMadeConfidentialLaterAndItsPlaceIsGone() throws Exception {
        ServiceListing service = service(null, false);
        directory.write(coordinator, List.of(service));
        String path = "/support/services/" + service.id() + "/edit";
        as(idva);
        assertThat(get(path).statusCode()).as("for the coordinator alone").isEqualTo(404);
        as(coordinator);
        assertThat(get(path).body()).contains("1 Invented Square", "invented@example.org");
        String[] told = {
            "id",
            service.id().toString(),
            "version",
            "1",
            "name",
            "Invented service",
            "organization",
            "Invented",
            "confidential",
            "YES",
            "description",
            "Invented: at 12 Mill Road"
        };
        var refused = post(path, told);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("must not be written down");
        assertThat(found(service).isConfidential()).isFalse();
        told[told.length - 1] = "Invented: rooms for six families";
        assertThat(post(path, told).statusCode()).isEqualTo(302);
        assertThat(found(service).isConfidential()).isTrue();
        assertThat(found(service).address()).isEmpty();
        assertThat(get("/support/services.json").body())
                .contains("rooms for six families")
                .doesNotContain("1 Invented Square " + service.id());
        assertThat(post(path, told).statusCode()).as("from a stale page").isEqualTo(409);
    }

    @Test
    void aRefugeOfAFileIsTakenWithoutItsPlace() throws Exception {
        ServiceListing given = service(null, false);
        var read = OpenReferral.read(
                OpenReferral.write(List.of(new ServiceListing(
                        given.id(),
                        0,
                        null,
                        "Invented",
                        "Invented Refuge",
                        "",
                        "",
                        "",
                        "",
                        "",
                        false,
                        "9 Secret Way",
                        "",
                        "ZZ19 9ZZ",
                        null))),
                today);
        directory.write(coordinator, read.services());
        assertThat(found(given).isConfidential()).isTrue();
        assertThat(found(given).address()).isEmpty();
        assertThat(found(given).postcode()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() throws Exception {
        ServiceListing service = service(null, false);
        directory.write(coordinator, List.of(service));
        var read = OpenReferral.read(OpenReferral.write(List.of(found(service))), today);
        assertThat(read.unusable()).isZero();
        assertThat(directory.write(coordinator, read.services()))
                .as("nothing is new")
                .isZero();
        assertThat(found(service).version()).isEqualTo(1);
        assertThatThrownBy(() -> directory.write(idva, List.of(service(null, false))))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aFileThatIsNoneIsRefusedInWordsAndKept() throws Exception {
        as(coordinator);
        var answer = post("/support/services/import", "file", "invented {");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is no JSON of services", "invented {");
        answer = post("/support/services/import", "file", "[{\"name\":\"Invented\"}]");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1 service lacks a name or its organization");
        UUID id = UUID.randomUUID();
        answer = post(
                "/support/services/import",
                "file",
                "{\"contents\":[{\"id\":\"" + id
                        + "\",\"name\":\"Invented\",\"organization\":{\"name\":\"Invented\"}}]}");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(directory.open(idva, id).name()).isEqualTo("Invented");
    }

    @Test
    void aProviderThatClosesWithOpenCases() throws Exception {
        ServiceListing service = service(locks.agency(), false);
        directory.write(coordinator, List.of(service));
        UUID offer = offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        as(coordinator);
        var answer = post("/support/services/" + service.id() + "/close");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "1 offer is still open with this provider",
                        listing.open(idva, offer).offer().reference());
        assertThat(found(service).closedOn()).isNull();
        says(idva, offer, StepKind.WITHDRAWN, "OTHER_PROVIDER");
        assertThat(post("/support/services/" + service.id() + "/close").statusCode())
                .isEqualTo(302);
        assertThat(found(service).closedOn()).isEqualTo(today);
        assertThat(directory.list(coordinator, Verb.LIST)).contains(found(service));
    }
}
