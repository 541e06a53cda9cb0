package org.witan.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.ClosingMinutes;
import org.witan.marac.Conference;
import org.witan.marac.FollowingResearch;
import org.witan.meeting.Action;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Assembly;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Chasing;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.priorities.PlaceKind;
import org.witan.priorities.Problems;
import org.witan.priorities.Tasking;
import org.witan.shared.Identity;

/// What of a meeting and its actions waits for whom, from the use case to who is told.
class WhatIsToldTest extends RunningApplication {
    @Autowired
    private Notices notices;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private Chasing chasing;

    @Autowired
    private ClosingMinutes closing;

    @Autowired
    private FollowingResearch following;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Problems problems;

    @Autowired
    private Tasking tasking;

    private Assembly here;

    @BeforeEach
    void aBoard() {
        here = new Assembly(partnership(), boards);
        forget();
    }

    private void forget() {
        partnership().run("delete from notices.notice");
        partnership().run("delete from notices.waiting");
    }

    /// Who of some people is told of what happened since.
    private List<Viewer> told(Viewer... some) {
        notices.fold(true);
        return List.of(some).stream()
                .filter(one ->
                        partnership().count("select count(*) from notices.waiting where account_id = ?", one.account())
                                == 1)
                .toList();
    }

    @Test
    void aListThatGoesOutWaitsForTheMembersOfTheBoard() {
        Viewer outside = partnership().viewer(partnership().agency("REFUGE"), Role.REPRESENTATIVE, Purpose.MARAC);
        UUID meeting = here.meeting(scheduling, 10);
        scheduling.sendList(here.coordinator, meeting, 0);
        assertThat(told(here.officer, here.nurse, here.chair, here.coordinator, outside))
                .as("not for whoever sent it")
                .containsExactly(here.officer, here.nurse, here.chair);
    }

    @Test
    void minutesThatGoOutWaitForTheMembersOfTheBoard() {
        UUID meeting = here.meeting(scheduling, -1);
        closing.send(here.coordinator, UUID.randomUUID(), meeting);
        assertThat(told(here.officer, here.nurse, here.chair, here.coordinator))
                .as("not for whoever sent them")
                .containsExactly(here.officer, here.nurse, here.chair);
    }

    @Test
    void aMeetingOfCoreAgenciesWaitsForThemAlone() {
        UUID meeting = here.meeting(scheduling, 10);
        partnership().run("update meeting.meeting set core_only = true where id = ?", meeting);
        scheduling.sendList(here.coordinator, meeting, 0);
        assertThat(told(here.officer, here.nurse)).containsExactly(here.officer);
    }

    @Test
    void anActionWaitsForWhoeverSpeaksForItsAgencyOrForItsOwner() {
        Viewer colleague = partnership().viewer(here.police, Role.REPRESENTATIVE, Purpose.MARAC);
        here.action(agreeing, here.police, 5, "Invented: new locks");
        assertThat(told(here.officer, colleague, here.nurse)).containsExactly(here.officer, colleague);
        forget();
        here.action(
                agreeing,
                new Action.Term(
                        here.police, colleague.account(), Assembly.today().plusDays(5)),
                "Invented: ring her");
        assertThat(told(here.officer, colleague, here.nurse)).containsExactly(colleague);
    }

    @Test
    void anActionThatIsAskedForByItselfWaitsForWhoeverSpeaksForItsAgency() {
        UUID meeting = here.meeting(scheduling, 2);
        here.action(agreeing, here.police, 1, "Invented: new locks");
        forget();
        witnessing.witness(
                new Caller(null, Origin.job("chasing")),
                Deed.of(Verb.CHANGE, "action"),
                _ -> database.sql("select count(*) from meeting.chase_before(:meeting)")
                        .param("meeting", meeting)
                        .query(Long.class)
                        .single());
        assertThat(told(here.officer, here.nurse)).containsExactly(here.officer);
    }

    @Test
    void researchThatIsAskedForAgainWaitsForAgenciesThatOweItAndMayKnowOfTheCase() {
        Conference conference = Conference.of(application, partnership(), 1);
        forget();
        following.chase(conference.coordinator(), conference.meeting());
        assertThat(told(conference.police(), conference.housing(), conference.coordinator()))
                .containsExactly(conference.police(), conference.housing());
        // Somebody whom a barrier of their own keeps from the only case is not told, though their agency is asked.
        Conference other = Conference.of(application, partnership(), 1);
        Viewer barred = partnership().viewer(other.police().agency(), Role.REPRESENTATIVE, Purpose.MARAC);
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        other.cases().getFirst().record(),
                        barred.account(),
                        other.coordinator().account());
        forget();
        following.chase(other.coordinator(), other.meeting());
        assertThat(told(other.police(), barred)).containsExactly(other.police());
    }

    @Test
    void aTaskWaitsForItsAgencyWhenItIsGivenAndWhenItIsAskedFor() {
        Viewer member = partnership().viewer(here.police, Role.TASKING_MEMBER, Purpose.TASKING);
        UUID problem = Identity.at(Instant.now());
        UUID group = UUID.randomUUID();
        problems.add(member, problem, "Invented " + problem, "police-uk-drugs", "E07000196", PlaceKind.ANY);
        boards.add(member, group, BoardKind.TASKING, "Invented group " + group, "", here.police);
        tasking.give(
                member,
                new Tasking.Given(
                        Identity.at(Instant.now()),
                        problem,
                        group,
                        here.police,
                        "Invented: mend the lamps",
                        Assembly.today().plusDays(3),
                        true));
        assertThat(told(here.officer, here.nurse, member)).containsExactly(here.officer);
        forget();
        assertThat(tasking.chase(member)).isPositive();
        assertThat(told(here.officer, here.nurse, member)).containsExactly(here.officer);
    }

    @Test
    void anActionThatIsAskedForWaitsAgain() {
        here.action(agreeing, here.police, 5, "Invented: new locks");
        here.meeting(scheduling, 10);
        forget();
        assertThat(chasing.chase(here.coordinator, here.board)).isEqualTo(1);
        assertThat(told(here.officer, here.nurse)).containsExactly(here.officer);
        forget();
        assertThat(chasing.chase(here.coordinator, here.board)).isZero();
        assertThat(told(here.officer)).isEmpty();
    }
}
