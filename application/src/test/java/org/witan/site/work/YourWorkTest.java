package org.witan.site.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.witan.RunningApplication;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Sessions;

/// "Your work": each role finds what waits for it and nothing of others.
class YourWorkTest extends RunningApplication {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SampleWaiting sample;

    private Partnership partnership;
    private UUID team;

    @BeforeEach
    void aTeam() {
        partnership = partnership();
        team = partnership.agency("PARTNERSHIP");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasAHomePage(Role role) throws Exception {
        var viewer = partnership.viewer(team, role, purpose(role));
        var answer = get("/work", viewer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Your work", "Sign out", "Invented Person");
        assertThat(answer.body().contains("/administration/")).isEqualTo(role == Role.ADMINISTRATOR);
    }

    @Test
    void emptyIsSaidInWordsWithTheNextThingThatWill() throws Exception {
        var nurse = partnership.viewer(partnership.agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        assertThat(get("/work", nurse).body()).contains("Nothing waits for you", "Nothing is known that will");
        partnership.run("update access.membership set ends_on = access.today() + 100 where id = ?", nurse.membership());
        assertThat(get("/work", nurse).body())
                .contains("Nothing waits for you", "The next thing that will:", "Your membership ends")
                .contains("in 100 days");
    }

    @Test
    void aModuleThatFailsSaysSoAndTakesNothingElseWithIt() throws Exception {
        var analyst = partnership.viewer(team, Role.ANALYST, Purpose.STATISTICS);
        partnership.run("update access.membership set ends_on = access.today() where id = ?", analyst.membership());
        sample.failFor(analyst.account());
        var answer = get("/work", analyst);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("cannot be shown just now", "Your membership ends");
        assertThat(partnership.trailOf(analyst))
                .extracting(row -> row.get("outcome"))
                .containsExactly("DONE");
    }

    @Test
    void anAdministratorIsToldOfAgreementsAndMembershipsThatEnd() throws Exception {
        var administrator = partnership.viewer(team, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        UUID police = partnership.agency("POLICE");
        partnership.run("update access.agreement set withdrawn_on = access.today() where agency_id = ?", police);
        var ending = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        partnership.run("update access.membership set ends_on = access.today() + 3 where id = ?", ending.membership());
        assertThat(get("/work", administrator).body())
                .contains(
                        police + " has no agreement in force: its people see nothing",
                        "/administration/agencies/" + police)
                .containsPattern("memberships? ends? within 14 days");
    }

    @Test
    void aCoordinatorIsToldOfConflictsAndEmbargoesTheyMaySee() throws Exception {
        var coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        var chair = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        partnership.run("""
                insert into access.declaration (id, account_id, relation, words, declared_at)
                values (gen_random_uuid(), ?, 'KNOWS', 'Invented words', now())
                """, chair.account());
        UUID file = partnership.record(RecordKind.CASE, team);
        partnership.run("""
                insert into access.embargo (record_id, made_at, until_at, reason, made_by)
                values (?, now(), now() + interval '2 days', 'Invented', ?)
                """, file, coordinator.account());
        assertThat(get("/work", coordinator).body())
                .containsPattern("declared a conflict that nobody has dealt with")
                .containsPattern("embargo(es)? ends? within 7 days");
        assertThat(get("/work", chair).body()).doesNotContain("declared a conflict", "embargo");
    }

    @Test
    void brokenGlassWaitsForReviewByAnother() throws Exception {
        var officer = partnership.viewer(team, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        var lead = partnership.viewer(team, Role.REPRESENTATIVE, Purpose.MARAC);
        UUID file = partnership.record(RecordKind.CASE, team);
        partnership.run("""
                insert into access.broken_glass (id, record_id, membership_id, reason, opened_at, expires_at)
                values (gen_random_uuid(), ?, ?, 'An invented emergency, long enough', now(), now() + interval '1 hour')
                """, file, lead.membership());
        assertThat(get("/work", officer).body()).containsPattern("broken glass(es)? waits? for review");
        assertThat(get("/work", lead).body()).doesNotContain("broken glass");
    }

    @Test
    void everybodyIsToldWhenTheirAgencyHasNoAgreement() throws Exception {
        UUID refuge = partnership.agency("REFUGE");
        var idva = partnership.viewer(refuge, Role.IDVA, Purpose.SUPPORT);
        partnership.run("update access.agreement set expires_on = access.today() - 2 where agency_id = ?", refuge);
        assertThat(get("/work", idva).body()).contains("You see no record after", "unless it is renewed");
        partnership.run("update access.agreement set withdrawn_on = access.today() where agency_id = ?", refuge);
        assertThat(get("/work", idva).body()).contains("you see no record. Ask your administrator");
    }

    @Test
    void theRootLeadsHomeWhoeverHasSignedIn() throws Exception {
        var chair = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        assertThat(get("/", chair).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/work"));
    }

    @Test
    void whyIsAskedAgainForOnePageAndRemembered() {
        var why = application.getBean(AskingWhy.class);
        var request = new MockHttpServletRequest("GET", "/records/one");
        request.getSession(true);
        assertThat(why.wasSaidFor(request)).isFalse();
        assertThat(why.ask(request)).isEqualTo("redirect:/acting-as/purpose");
        why.answer(Objects.requireNonNull(request.getSession(false)), "/records/one?tab=2");
        assertThat(why.wasSaidFor(request)).isTrue();
        assertThat(why.wasSaidFor(otherPage(request))).isFalse();
        why.forget(Objects.requireNonNull(request.getSession(false)));
        assertThat(why.wasSaidFor(request)).isFalse();
    }

    private static MockHttpServletRequest otherPage(MockHttpServletRequest request) {
        var other = new MockHttpServletRequest("GET", "/records/other");
        other.setSession(Objects.requireNonNull(request.getSession(false)));
        return other;
    }

    @Test
    void daysAreReadAsPeopleTypeThem() {
        LocalDate third = LocalDate.of(2027, 3, 3);
        for (String typed : List.of("3/3/2027", "03.03.2027", "3 3 2027", "3-3-2027", "2027-03-03")) {
            assertThat(Days.read(typed)).as(typed).contains(third);
        }
        for (String typed : List.of("31/2/2027", "3/3/27", "tomorrow", "", "3/13/2027")) {
            assertThat(Days.read(typed)).as(typed).isEmpty();
        }
        assertThat(Days.words(third)).isEqualTo("Wed 3 Mar 2027");
        assertThat(application.getBean(Days.class).today()).isEqualTo(LocalDate.now(ZoneId.of("Europe/London")));
    }

    private static Purpose purpose(Role role) {
        return switch (role) {
            case REFERRER, REPRESENTATIVE, COORDINATOR, CHAIR -> Purpose.MARAC;
            case IDVA, SUPPORT_WORKER -> Purpose.SUPPORT;
            case PERPETRATOR_WORKER -> Purpose.PERPETRATOR;
            case HUB_COORDINATOR -> Purpose.HUB;
            case TASKING_MEMBER -> Purpose.TASKING;
            case ANALYST -> Purpose.STATISTICS;
            case DATA_PROTECTION_OFFICER -> Purpose.OVERSIGHT;
            case ADMINISTRATOR -> Purpose.ADMINISTRATION;
        };
    }

    private HttpResponse<String> get(String path, Viewer viewer) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Cookie", Sessions.cookieOf(viewer, application))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
