package org.witan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.OwnApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.Demonstration.Acting;
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
            page.navigate(demonstration.address() + "/sessions");
            assertThat(page.locator("h1").innerText()).isEqualTo("Where you are signed in");
        }
        assertThatThrownBy(() -> OwnApplication.in(folder).close())
                .rootCause()
                .hasMessageContaining("can never hold real people");
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
