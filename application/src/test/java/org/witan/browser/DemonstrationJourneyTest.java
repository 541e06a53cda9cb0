package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.hub.SteppingCases;
import org.witan.priorities.Effects;
import org.witan.priorities.Problem;
import org.witan.priorities.Problems;
import org.witan.statistics.place.Outcome;

/// A visitor of the demonstration uses an invented person; its database can hold nobody else's partnership.
class DemonstrationJourneyTest extends InABrowser {
    /// What a demonstration shows, a table for each kind of thing: a module that invents nothing is told here.
    private static final List<String> INVENTED = List.of(
            "people.source_record",
            "people.concern",
            "people.link",
            "risk.assessment",
            "meeting.board",
            "meeting.meeting",
            "meeting.item",
            "meeting.attendance",
            "meeting.action",
            "marac.referral",
            "marac.flag",
            "marac.protective_order",
            "marac.disclosure_request",
            "marac.transfer",
            "marac.transfer_in",
            "marac.withdrawal",
            "marac.old_list",
            "marac.imported",
            "marac.emergency",
            "marac.further_report",
            "support.offer",
            "support.offer_told",
            "support.suggestion",
            "support.offer_score",
            "support.contact_alarm",
            "support.family_need",
            "support.survey",
            "support.job",
            "support.job_step",
            "support.follow_up",
            "support.housing_step",
            "support.vacancy",
            "support.move_need",
            "support.property",
            "support.owed",
            "support.ward_of_postcode",
            "hub.referral",
            "hub.decision",
            "hub.answer",
            "hub.lead",
            "hub.measurement",
            "hub.step_up",
            "hub.elsewhere",
            "voices.report",
            "voices.survey",
            "priorities.problem",
            "priorities.osara",
            "priorities.score",
            "priorities.effect",
            "priorities.priority",
            "priorities.task");

    @TempDir
    private Path folder;

    @Test
    void aVisitorSignsInAsAnInventedPersonOfAnyRole() {
        try (var demonstration = OwnApplication.in(folder, "--witan.demo=true")) {
            page.navigate(demonstration.address() + "/sign-in");
            assertFits("sign-in-demonstration");
            assertThat(demonstration
                            .owner()
                            .sql("select distinct role from access.membership")
                            .query(String.class)
                            .list())
                    .hasSize(Role.values().length);
            assertThat(demonstration
                            .owner()
                            .sql("select bool_and(demonstration) from access.account")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(INVENTED)
                    .allSatisfy(table -> assertThat(demonstration
                                    .owner()
                                    .sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single())
                            .as(table + " in the demonstration")
                            .isPositive());
            theHubAndTheGroupHaveSomethingToShow(demonstration);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in as Cora Invented"))
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/acting-as");
            page.getByRole(AriaRole.RADIO).first().check();
            page.locator("main button").press("Enter");
            page.waitForURL("**/work");
            assertThat(page.locator("main").innerText()).contains("possible match");
            page.navigate(demonstration.address() + "/people/matches");
            assertThat(page.locator("main").innerText()).contains("Inventson");
            whatIsRareIsThereToo(demonstration);
            page.navigate(demonstration.address() + "/sessions");
            assertThat(page.locator("h1").innerText()).isEqualTo("Where you are signed in");
        }
        assertThatThrownBy(() -> OwnApplication.in(folder).close())
                .rootCause()
                .hasMessageContaining("can never hold real people");
    }

    /// Transfers both ways, withdrawals, an old list, an emergency meeting and further abuse: each in every state, and
    /// on the page of whoever has to do with it.
    private void whatIsRareIsThereToo(OwnApplication demonstration) {
        assertThat(main(demonstration, "/transfers"))
                .contains("Ask on")
                .contains("Invented MARAC of Overhill")
                .contains("Invented MARAC of Farland")
                .contains("Invented MARAC of Elsewhere");
        assertThat(page.locator("section[aria-labelledby=done]").innerText()).contains("Farland");
        assertThat(page.locator("section[aria-labelledby=open]").innerText()).contains("Overhill");
        assertThat(main(demonstration, "/old-lists")).contains("3 taken, 0 to take, 1 not taken");
        page.locator("main .witan-waiting a").first().click();
        assertThat(page.locator("main").innerText()).contains("Repeat of").contains("No day of a referral or meeting");
        main(demonstration, "/triage");
        assertThat(page.locator("section[aria-labelledby=withdrawals] li").count())
                .isOne();
        assertThat(page.locator("section[aria-labelledby=promises] li").count()).isOne();
        assertThat(page.locator("section[aria-labelledby=incidents] li").count())
                .isPositive();
        assertThat(states(demonstration, "select coalesce(outcome, 'WAITS') from marac.withdrawal"))
                .containsExactlyInAnyOrder("WAITS", "WITHDRAWN", "KEPT");
        assertThat(main(demonstration, "/referrals/" + one(demonstration, """
                        select record_id from marac.withdrawal where outcome = 'WITHDRAWN'
                        """))).contains("moved abroad");
        assertThat(main(demonstration, "/triage/" + one(demonstration, "select record_id from marac.emergency")))
                .contains("called, and not heard yet");
        assertThat(states(demonstration, """
                        select coalesce(i.settlement, 'WAITS') from marac.incident i
                        where exists (select from people.concern c join marac.further_report f on f.id::text = c.source_key
                                      where c.id = i.concern_id)
                        """)).containsExactlyInAnyOrder("WAITS", "REFERRED", "OTHER_PERSONS");
        assertThat(main(demonstration, "/referrals/" + one(demonstration, """
                        select record_id from marac.further_report where abuse = 'STALKING'
                        """))).contains("Stalking or harassment");
        givenOnce(demonstration);
    }

    private static void givenOnce(OwnApplication demonstration) {
        List<Long> before = counts(demonstration);
        var people = demonstration.part(Demonstration.class).acting();
        demonstration.context().getBeansOfType(Inventing.class).values().forEach(module -> module.invent(people));
        assertThat(counts(demonstration)).isEqualTo(before);
    }

    private static List<Long> counts(OwnApplication demonstration) {
        return INVENTED.stream()
                .map(table -> demonstration
                        .owner()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private String main(OwnApplication demonstration, String path) {
        page.navigate(demonstration.address() + path);
        return page.locator("main").innerText();
    }

    private static List<String> states(OwnApplication demonstration, String question) {
        return demonstration.owner().sql(question).query(String.class).list();
    }

    private static UUID one(OwnApplication demonstration, String question) {
        return demonstration.owner().sql(question).query(UUID.class).single();
    }

    private static void theHubAndTheGroupHaveSomethingToShow(OwnApplication demonstration) {
        assertThat(demonstration
                        .owner()
                        .sql("select words from hub.decision where step = 'NOT_ADDED' and reason is not null")
                        .query(String.class)
                        .list())
                .as("residents who were not added, with a reason")
                .singleElement(STRING)
                .startsWith("Invented: ");
        assertThat(demonstration.owner().sql("""
                        select y.name from hub.elsewhere e join access.agency y on y.id = e.agency_id
                        join hub.need_of_case n on n.record_id = e.record_id and n.code = 'DOMESTIC_ABUSE'
                        """).query(String.class).list())
                .as("agencies to which a case closed because of domestic abuse")
                .contains("Invented Fire and Rescue");
        List<Acting> people = demonstration.part(Demonstration.class).acting();
        Viewer coordinator = Acting.of(people, Role.COORDINATOR, Purpose.MARAC).getFirst();
        assertThat(demonstration.part(SteppingCases.class).steppedUp(coordinator))
                .as("cases of the hub that wait for the word of the MARAC")
                .hasSize(1);
        Viewer member = Acting.of(people, Role.TASKING_MEMBER, Purpose.TASKING).getFirst();
        var problems = demonstration.part(Problems.class);
        List<Problem> all = problems.all(member, Verb.LIST).stream()
                .map(one -> problems.open(member, one.id()))
                .toList();
        assertThat(all).filteredOn(one -> one.scored() != null).hasSize(2);
        assertThat(all).anyMatch(one -> one.hot() != null);
        assertThat(all.stream()
                        .flatMap(problem -> problem.compared().stream()
                                .map(one -> demonstration.part(Effects.class).measure(problem, one))))
                .as("effects that can be read")
                .anyMatch(Outcome.Found.class::isInstance);
    }
}
