package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.Timing;
import org.witan.people.Standing;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Whoever keeps a meeting sees before it which agencies have not answered, and nothing of what the others answered.
class FollowingResearchTest extends AConference {
    private static final String SECRET = "Invented: known to us since spring";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private FollowingResearch following;

    @Autowired
    private Researching researching;

    @Autowired
    private MeasuringPerformance measuring;

    private Viewer chair;
    private UUID first;
    private UUID second;
    private UUID meeting;

    @BeforeEach
    void aMeetingWithTwoCases() {
        chair = partnership().viewer(coordinator.agency(), Role.CHAIR, Purpose.MARAC);
        meeting = meetingIn(20);
        first = put("Borisav");
        second = put("Casimir");
    }

    private UUID meetingIn(int days) {
        UUID id = UUID.randomUUID();
        Instant starts =
                today.plusDays(days).atTime(LocalTime.of(9, 30)).atZone(HERE).toInstant();
        scheduling.schedule(coordinator, id, board, new Timing(starts, 180, "Invented Hall", ""));
        return id;
    }

    private UUID put(String given) {
        UUID referral = referred(given, 3);
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "invented");
        listing.list(coordinator, referral, meeting);
        return referral;
    }

    private void inform(Viewer viewer, UUID referral) {
        researching.add(
                viewer,
                meeting,
                referral,
                UUID.randomUUID(),
                new Research.Given(Standing.VICTIM, true, "", SECRET, "", true, ""));
    }

    private ResearchOfMeeting.OfAgency of(Viewer agency) {
        return following.of(coordinator, meeting).agencies().stream()
                .filter(one -> one.agency().equals(agency.agency()))
                .findFirst()
                .orElseThrow();
    }

    private Sender sender(Viewer viewer) {
        return new Sender(address(), Sessions.cookieOf(viewer, application));
    }

    private void ago(int days) {
        partnership()
                .run(
                        "insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version) values (?, ?, now() - make_interval(days => ?), 180, '', '', 'invented', now(), ?, 1)",
                        UUID.randomUUID(),
                        meeting,
                        days,
                        coordinator.account());
        partnership()
                .run(
                        "update meeting.board_agency set from_at = from_at - interval '60 days' where board_id = ?",
                        board);
    }

    @Test
    void eachAgencyIsARowWithWhatItAnsweredAndWhatItOwes() throws Exception {
        inform(police, first);
        researching.nothing(police, meeting, second);
        researching.nothing(housing, meeting, first);
        var found = following.of(coordinator, meeting);
        assertThat(found.agencies()).as("not the one that runs the partnership").hasSize(2);
        assertThat(of(police)).satisfies(one -> {
            assertThat(List.of(one.asked(), one.informed(), one.nothing(), one.missing()))
                    .containsExactly(2, 1, 1, 0);
            assertThat(one.late()).isZero();
        });
        assertThat(of(housing))
                .satisfies(one -> assertThat(List.of(one.asked(), one.informed(), one.nothing(), one.missing()))
                        .containsExactly(2, 0, 1, 1));
        assertThat(found.isLate()).isFalse();
        assertThat(found.due()).isBefore(today.plusDays(20)).isAfter(today.plusDays(14));
        String page = sender(chair).get("/conference/" + meeting + "/research").body();
        assertThat(page)
                .contains("1 of 2 agencies have answered about all that they are asked", "Ask all who have not");
        assertThat(page).doesNotContain(SECRET, family, "MARAC-2");
        assertThat(sender(coordinator).get("/meetings/" + meeting).body())
                .contains("/conference/" + meeting + "/research");
        assertThat(sender(police).get("/meetings/" + meeting).body())
                .doesNotContain("/conference/" + meeting + "/research");
        assertThatThrownBy(() -> following.of(police, meeting)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> following.chase(police, meeting)).isInstanceOf(Absent.class);
    }

    @Test
    void anAgencyThatMustNotKnowOfACaseIsNotOneThatHasNotAnswered() {
        bar(housing, first);
        assertThat(of(housing).asked()).isEqualTo(1);
        assertThat(of(housing).missing()).isEqualTo(1);
        assertThat(of(police).missing()).isEqualTo(2);
        researching.nothing(housing, meeting, second);
        assertThat(of(housing).missing()).isZero();
        assertThat(following.chase(coordinator, meeting)).as("the police alone").isEqualTo(1);
        partnership()
                .run("update access.barrier set lifted_at = now(), lifted_by = made_by where record_id = ?", first);
        assertThat(of(housing).missing()).as("once it is lifted, it is asked").isEqualTo(1);
    }

    @Test
    void onlyWhoLeadsLearnsWhichAgenciesAreBarred() {
        bar(housing, first);
        for (Viewer viewer : List.of(police, housing)) {
            assertThat(barred(viewer)).isZero();
        }
        assertThat(barred(coordinator)).isEqualTo(1);
    }

    @Test
    void itCountsAsPerformanceDoes() {
        bar(housing, first);
        researching.nothing(police, meeting, first);
        ago(10);
        var rows = following.of(coordinator, meeting).agencies();
        var measured = measuring
                .read(coordinator, today.minusDays(10), today.minusDays(10))
                .research();
        assertThat(rows).hasSize(2);
        for (ResearchOfMeeting.OfAgency one : rows) {
            assertThat(measured)
                    .filteredOn(row -> row.agency().equals(one.name()))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.asked()).isEqualTo(one.asked());
                        assertThat(row.missing()).isEqualTo(one.missing());
                        assertThat(row.late()).isEqualTo(one.late());
                    });
        }
        assertThat(of(police).late()).isEqualTo(1);
        assertThat(following.of(coordinator, meeting).isLate()).isTrue();
        assertThatThrownBy(() -> following.chase(coordinator, meeting)).isInstanceOf(Refused.class);
    }

    @Test
    void pressedTwiceOrByTwoEachAgencyIsAskedOnce() {
        researching.nothing(police, meeting, first);
        researching.nothing(police, meeting, second);
        List<Integer> asked = Stream.of(coordinator, chair, coordinator)
                .map(viewer -> CompletableFuture.supplyAsync(() -> following.chase(viewer, meeting)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(partnership().count("select count(*) from marac.research_chase where meeting_id = ?", meeting))
                .isEqualTo(1);
        assertThat(of(housing).chasedAt()).isNotNull();
        assertThat(of(police).chasedAt()).isNull();
    }

    @Test
    void anAgencyReadsByWhenItAnswersAndWhatIsLate() throws Exception {
        assertThat(researching.due(housing)).hasSize(2).noneMatch(Researching.DueAnswer::isLate);
        assertThat(sender(housing).get("/research").body()).contains(">Due<").doesNotContain("answers are late");
        // Tomorrow's meeting: answers were due before today.
        meeting = meetingIn(1);
        UUID third = put("Dagobert");
        assertThat(researching.due(housing))
                .filteredOn(Researching.DueAnswer::isLate)
                .extracting(one -> one.asked().referral())
                .containsExactly(third);
        assertThat(sender(housing).get("/research").body()).contains("1 answer is late", ">Late<");
        assertThat(sender(housing).get("/work").body()).contains("some of it late");
        researching.nothing(housing, meeting, third);
        assertThat(researching.due(housing)).noneMatch(Researching.DueAnswer::isLate);
    }

    private void bar(Viewer agency, UUID referral) {
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, agency_id, kind, reason, made_at, made_by) values (?, ?, ?, 'EMPLOYEE_CASE', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        referral,
                        agency.agency(),
                        coordinator.account());
    }

    private long barred(Viewer viewer) {
        return application
                .getBean(org.witan.access.Witnessing.class)
                .witness(
                        viewer,
                        org.witan.access.Deed.of(org.witan.access.Deed.Verb.LIST, "research"),
                        _ -> application
                                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql("select count(*) from marac.barred(array[cast(:meeting as uuid)])")
                                .param("meeting", meeting)
                                .query(Long.class)
                                .single());
    }
}
