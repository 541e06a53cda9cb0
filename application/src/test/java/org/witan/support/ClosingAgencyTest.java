package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Standing;

/// An agency that closes while support is open with it: whoever closes it reads how much, and whoever answers for each
/// offer finds it afterwards.
class ClosingAgencyTest extends AFamily {
    @Autowired
    private MakingHomesSafe homes;

    private Viewer administrator() {
        return viewer("PARTNERSHIP", Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    private static String hidden(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([0-9]+)\"").matcher(page);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    @Test
    void aProviderThatClosesWithOpenCases() throws Exception {
        UUID whole = family("YES");
        UUID waiting = offered(whole, Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        UUID running = offered(whole, Standing.VICTIM, OfferKind.HOME_SAFETY, locks);
        says(locks, running, StepKind.STARTED, "");
        homes.ask(
                children,
                UUID.randomUUID(),
                homeOf(children),
                new MakingHomesSafe.Asked(locks.agency(), "7 Invented Row", "Tuesdays", List.of("LOCKS")));
        as(administrator());
        String path = "/administration/agencies/" + locks.agency() + "/close";
        String page = get(path).body();
        assertThat(page)
                .contains(
                        "1 offer of support was made to this agency and not answered",
                        "has support from this agency now",
                        "1 job at an address is not done",
                        "I have read what is open")
                .doesNotContain("Ottilie", "MARAC-", "Victim service", "Invented Row");
        String version = hidden(page, "version");
        String losing = hidden(page, "losing");
        assertThat(hidden(page, "leaving")).isEqualTo("3");
        var silent = post(path, "version", version, "losing", losing, "leaving", "3");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Read what is open with this agency");
        assertThat(post(path, "version", version, "losing", losing, "leaving", "0")
                        .statusCode())
                .as("of a page that did not say so")
                .isEqualTo(409);
        assertThat(post(path, "version", version, "losing", losing, "leaving", "3", "known", "YES")
                        .statusCode())
                .isEqualTo(302);
        as(idva);
        assertThat(get("/work").body()).contains("2 open offers stand with an agency that closed");
        assertThat(get("/support/plans/" + whole).body())
                .contains("has closed. Take the offer back and ask another provider", "its provider closed on");
        as(children);
        assertThat(get("/work").body()).contains("1 job stands with an agency that closed");
        as(coordinator);
        assertThat(get("/work").body()).contains("stand with an agency that closed");
        says(idva, waiting, StepKind.WITHDRAWN, "OTHER_PROVIDER");
        as(idva);
        assertThat(get("/work").body()).contains("1 open offer stands with an agency that closed");
    }

    @Test
    void anAgencyThatClosesWithJobsItAskedForAndOffersItMade() throws Exception {
        UUID whole = family("YES");
        UUID made = offered(whole, Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        UUID undone = asked();
        UUID unchecked = asked();
        homes.say(locks, UUID.randomUUID(), unchecked, Job.What.DONE, today, "");
        UUID checked = asked();
        homes.say(locks, UUID.randomUUID(), checked, Job.What.DONE, today, "");
        homes.say(children, UUID.randomUUID(), checked, Job.What.CHECKED, today, "");
        as(administrator());
        assertThat(get("/administration/agencies/" + children.agency() + "/close")
                        .body())
                .contains("2 jobs at addresses were asked for by this agency and not checked")
                .doesNotContain("Invented Row");
        assertThat(get("/administration/agencies/" + locks.agency() + "/close").body())
                .as("of the contractor")
                .contains("1 job at an address is not done");
        for (Viewer one : List.of(children, idva)) {
            partnership().run("update access.agency set closed_at = now() where id = ?", one.agency());
        }
        as(coordinator);
        assertThat(get("/work").body()).contains("stand with an agency that closed");
        String support = get("/support").body();
        assertThat(support)
                .contains(
                        "Jobs left by an agency that closed",
                        "/support/jobs/" + undone,
                        "/support/jobs/" + unchecked,
                        "the agency that asked for it has closed",
                        "1 offer was left by an agency that closed")
                .doesNotContain("/support/jobs/" + checked);
        assertThat(listing.open(coordinator, made).offer().isLeft()).isTrue();
        assertThat(get("/support/plans/" + whole).body())
                .contains("the agency that offered it has closed", "the agency that offered it closed on");
        assertThat(get("/support/jobs/" + undone).statusCode()).isEqualTo(200);
        homes.say(coordinator, UUID.randomUUID(), unchecked, Job.What.CHECKED, today, "");
        assertThat(get("/support").body())
                .contains("/support/jobs/" + undone)
                .doesNotContain("/support/jobs/" + unchecked);
    }

    /// A job that one agency asked another for.
    private UUID asked() {
        UUID job = UUID.randomUUID();
        homes.ask(
                children,
                job,
                homeOf(children),
                new MakingHomesSafe.Asked(locks.agency(), "7 Invented Row", "Tuesdays", List.of("LOCKS")));
        return job;
    }

    /// An offer of home safety that somebody else gives and asks a contractor for.
    private UUID homeOf(Viewer provider) {
        return offered(family("YES"), Standing.VICTIM, OfferKind.HOME_SAFETY, provider);
    }

    @Test
    void nobodyButAnAdministratorLearnsHowMuchIsOpen() throws Exception {
        offered(family("YES"), Standing.VICTIM, OfferKind.VICTIM_SERVICE, locks);
        as(coordinator);
        assertThat(get("/administration/agencies/" + locks.agency() + "/close").statusCode())
                .isEqualTo(404);
        as(administrator());
        assertThat(get("/administration/agencies/" + refuge.agency() + "/close").body())
                .doesNotContain("I have read what is open");
    }
}
