package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.AgreeingActions.Agreed;
import org.witan.meeting.ReportingActions.Said;

/// What becomes of an action, who sees it, and who may say what of it.
class ActionsTest extends RunningApplication {
    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private ReportingActions reporting;

    @Autowired
    private ArrangingActions arranging;

    @Autowired
    private OpenActions open;

    @Autowired
    private ActionsOfAgency ofAgency;

    @Autowired
    private Chasing chasing;

    @Autowired
    private ConfigurableApplicationContext application;

    private Assembly here;

    @BeforeEach
    void invent() {
        here = new Assembly(partnership(), boards);
    }

    @Test
    void anAgencyOutsideTheCaseSeesItsActionAndNothingOfTheCase() {
        UUID action = here.action(agreeing, here.health, 3, "Record it in the file");
        Action seen = reporting.open(here.nurse, action).action();
        assertThat(seen.shownWords()).isEqualTo("Record it in the file");
        assertThat(seen.within()).isNull();
        assertThat(seen.mine()).isTrue();
        assertThat(seen.state()).isEqualTo(ActionState.ACCEPTED);
        assertThat(reporting.open(here.officer, action).action().mine())
                .as("the police take part in the case and do not own the action")
                .isFalse();
        var outsider = here.partnership.viewer(here.partnership.agency("FIRE"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertAbsent(() -> reporting.open(outsider, action));
        assertThat(ofAgency.of(here.coordinator, here.health))
                .extracting(Action::id)
                .containsExactly(action);
        assertThat(ofAgency.of(outsider, here.health)).isEmpty();
    }

    @Test
    void anActionIsCompletedInWordsAndWithADay() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        assertRefused(Rules.NO_WORDS, () -> report(here.officer, action, 0, ActionState.COMPLETE, ""));
        assertRefused(
                Rules.NO_WORDS,
                () -> reporting.report(here.officer, action, 0, new Said(ActionState.COMPLETE, null, "Fitted")));
        report(here.officer, action, 0, ActionState.COMPLETE, "Fitted");
        var full = reporting.open(here.coordinator, action);
        assertThat(full.action().state()).isEqualTo(ActionState.COMPLETE);
        assertThat(full.reports()).extracting(Action.Report::words).containsExactly(null, "Fitted");
        assertThat(openOf(here.officer)).extracting(Action::id).doesNotContain(action);
        assertRefused(Rules.NOT_NEXT, () -> report(here.officer, action, 1, ActionState.NOT_DONE, "x"));
        report(here.officer, action, 1, ActionState.ACCEPTED, "It was another house");
        assertThat(openOf(here.officer)).extracting(Action::id).contains(action);
        assertThatThrownBy(() -> here.partnership.run(
                        "update meeting.action_state set state = 'COMPLETE' where record_id = ?", action))
                .hasMessageContaining("never changed");
    }

    @Test
    void aReportThatIsSentTwiceCountsOnceAndAnotherIsStale() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        report(here.officer, action, 0, ActionState.NOT_DONE, "No key");
        report(here.officer, action, 0, ActionState.NOT_DONE, "No key");
        assertThat(reporting.open(here.officer, action).action().notDone()).isEqualTo(1);
        assertRefused(Rules.STALE, () -> report(here.officer, action, 0, ActionState.COMPLETE, "Done"));
        assertRefused(Rules.STALE, () -> report(here.coordinator, action, 0, ActionState.NOT_DONE, "No key"));
    }

    @Test
    void ofTwoWhoReportAtOnceOneIsToldAndNothingIsDoubled() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        var outcomes = Stream.of(here.officer, here.coordinator, here.chair)
                .map(viewer -> CompletableFuture.supplyAsync(() -> outcome(viewer, action)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("said", Rules.STALE, Rules.STALE);
        assertThat(here.partnership.count("select count(*) from meeting.action_state where record_id = ?", action))
                .isEqualTo(2);
    }

    private String outcome(Viewer viewer, UUID action) {
        try {
            report(viewer, action, 0, ActionState.NOT_DONE, "said by " + viewer.account());
            return "said";
        } catch (Refused refused) {
            return refused.reason();
        }
    }

    @Test
    void notDoneTwiceIsShownForTheSteeringGroup() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        report(here.officer, action, 0, ActionState.NOT_DONE, "No key");
        assertThat(chasing.before(here.coordinator, here.board).steering()).isEmpty();
        report(here.officer, action, 1, ActionState.NOT_DONE, "Still no key");
        assertThat(chasing.before(here.coordinator, here.board).steering())
                .extracting(Action::id)
                .containsExactly(action);
        assertThat(reporting.open(here.officer, action).action().state().closes())
                .isFalse();
        UUID other = here.action(agreeing, here.police, 3, "Visit her");
        report(here.coordinator, other, 0, ActionState.ESCALATED, "To the steering group");
        assertThat(chasing.before(here.chair, here.board).steering()).hasSize(2);
    }

    @Test
    void onlyWhoKeepsTheBoardEscalatesOrSupersedes() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        assertRefused(Rules.FOR_KEEPERS, () -> report(here.officer, action, 0, ActionState.ESCALATED, "x"));
        assertAbsent(() -> report(here.nurse, action, 0, ActionState.COMPLETE, "Not theirs"));
        assertAbsent(() -> arranging.arrange(here.officer, action, 0, term(here.police, 9), content("Less")));
        report(here.chair, action, 0, ActionState.SUPERSEDED, "By a move");
        assertThat(reporting.open(here.officer, action).action().state()).isEqualTo(ActionState.SUPERSEDED);
    }

    @Test
    void whatIsDueBeforeTheNextMeetingIsChasedOnceADay() {
        here.meeting(scheduling, 5);
        UUID due = here.action(agreeing, here.police, 4, "Fit new locks");
        UUID later = here.action(agreeing, here.police, 9, "Visit her");
        UUID undated = here.action(agreeing, new Action.Term(here.health, null, null), "Record it");
        var chase = chasing.before(here.coordinator, here.board);
        assertThat(chase.due()).extracting(Action::id).containsExactlyInAnyOrder(due, undated);
        assertThat(chase.next()).isNotNull();
        assertThat(chasing.chase(here.coordinator, here.board)).isEqualTo(2);
        assertThat(chasing.chase(here.coordinator, here.board)).isZero();
        assertThat(reporting.open(here.officer, due).action().chasedAt()).isNotNull();
        assertThat(reporting.open(here.officer, later).action().chasedAt()).isNull();
        assertAbsent(() -> chasing.chase(here.officer, here.board));
    }

    @Test
    void theActionsOfAnAgencyThatLeavesAreShownAsWithoutOwnerAndNothingIsLost() {
        UUID action = here.action(agreeing, here.health, 3, "Record it in the file");
        assertThat(reporting.open(here.coordinator, action).action().unowned()).isFalse();
        Member member = boards.open(here.coordinator, here.board).members().stream()
                .filter(one -> one.agency().equals(here.health))
                .findFirst()
                .orElseThrow();
        assertThat(member.open()).isEqualTo(1);
        boards.endAgency(here.coordinator, here.board, member.id());
        assertThat(openOf(here.coordinator))
                .filteredOn(one -> one.id().equals(action))
                .singleElement()
                .matches(Action::unowned);
        assertRefused(Rules.STALE, () -> boards.endAgency(here.chair, here.board, member.id()));
        arranging.arrange(here.coordinator, action, 0, term(here.police, 3), content("Record it in the file"));
        assertThat(reporting.open(here.officer, action).action().mine()).isTrue();
        assertAbsent(() -> reporting.open(here.nurse, action));
        assertThat(here.partnership.count("select count(*) from meeting.action_term where record_id = ?", action))
                .isEqualTo(2);
    }

    @Test
    void anActionOfAClosedAgencyIsWithoutOwner() {
        UUID action = here.action(agreeing, here.health, 3, "Record it in the file");
        here.partnership.run("update access.agency set closed_at = now() where id = ?", here.health);
        assertThat(reporting.open(here.coordinator, action).action().unowned()).isTrue();
    }

    @Test
    void aPerpetratorWorkerReadsTheirOwnWordsAndNothingElse() {
        UUID action =
                here.action(agreeing, here.programme, 3, "The MARAC wants him on the programme; she is in a refuge");
        assertAbsent(() -> reporting.open(here.worker, action));
        arranging.arrange(
                here.coordinator,
                action,
                0,
                new Action.Term(
                        here.programme, here.worker.account(), Assembly.today().plusDays(3)),
                content("The MARAC wants him on the programme; she is in a refuge"));
        Action untold = reporting.open(here.worker, action).action();
        assertThat(untold.shownWords()).isEmpty();
        assertThat(untold.due()).isEqualTo(Assembly.today().plusDays(3));
        assertAbsent(() -> arranging.tellWorker(here.chair, action, 1, "Not the chair"));
        arranging.tellWorker(here.coordinator, action, 1, "Invite him to the programme");
        var told = reporting.open(here.worker, action);
        assertThat(told.action().shownWords()).isEqualTo("Invite him to the programme");
        assertThat(told.action().content()).isNull();
        assertThat(told.action().within()).isNull();
        assertThat(told.reports()).extracting(Action.Report::words).containsOnlyNulls();
        assertThat(ReportingActions.offered(here.worker, told.action()))
                .containsExactly(
                        ActionState.IN_PROGRESS, ActionState.COMPLETE, ActionState.NOT_POSSIBLE, ActionState.NOT_DONE);
        report(here.worker, action, 2, ActionState.COMPLETE, "He said yes");
        assertThat(reporting.open(here.coordinator, action).reports().getLast().words())
                .isEqualTo("He said yes");
        assertThat(reporting.open(here.officer, action).reports().getLast().words())
                .as("what the worker said is for the coordinator")
                .isNull();
    }

    @Test
    void whoIsNamedMustActForTheAgency() {
        assertRefused(
                Rules.NOT_THERE,
                () -> here.action(agreeing, new Action.Term(here.health, here.officer.account(), null), "Record it"));
    }

    @Test
    void aRepresentativeProposesForTheirOwnAgencyAndForNoOther() {
        UUID own = Assembly.newId();
        agreeing.agree(
                here.officer,
                new Agreed(own, here.board, here.victimsCase, null, term(here.police, 2), content("Mark it"), false));
        assertThat(reporting.open(here.coordinator, own).action().state()).isEqualTo(ActionState.PROPOSED);
        assertAbsent(() -> agreeing.agree(
                here.officer,
                new Agreed(
                        Assembly.newId(),
                        here.board,
                        here.victimsCase,
                        null,
                        term(here.health, 2),
                        content("x"),
                        true)));
        assertAbsent(() -> agreeing.agree(
                here.nurse,
                new Agreed(
                        Assembly.newId(),
                        here.board,
                        here.victimsCase,
                        null,
                        term(here.health, 2),
                        content("x"),
                        true)));
    }

    @Test
    void thatAnActionWasAgreedIsToldOnceByIdsAndCodesAlone() {
        var heard = new CopyOnWriteArrayList<ActionAgreed>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof ActionAgreed agreed) {
                heard.add(agreed);
            }
        };
        application.addApplicationListener(listener);
        try {
            UUID id = Assembly.newId();
            var agreed =
                    new Agreed(id, here.board, here.victimsCase, null, term(here.police, 2), content("Mark it"), false);
            agreeing.agree(here.coordinator, agreed);
            assertThat(heard).extracting(ActionAgreed::action).doesNotContain(id);
            report(here.officer, id, 0, ActionState.ACCEPTED, "");
            agreeing.agree(here.coordinator, agreed);
            report(here.officer, id, 1, ActionState.COMPLETE, "Done");
            report(here.officer, id, 2, ActionState.ACCEPTED, "Not after all");
            assertThat(heard)
                    .filteredOn(one -> one.action().equals(id))
                    .containsExactly(
                            new ActionAgreed(id, here.victimsCase, here.police, Area.HOME_SAFETY, Subject.VICTIM));
        } finally {
            application.removeApplicationListener(listener);
        }
    }

    @Test
    void whatIsOutOfBoundsIsRefusedByTheDatabaseAndNothingIsLeft() {
        UUID id = Assembly.newId();
        assertThatThrownBy(() -> agreeing.agree(
                        here.coordinator,
                        new Agreed(
                                id,
                                here.board,
                                here.victimsCase,
                                null,
                                term(here.police, 2),
                                content("x".repeat(200_000)),
                                true)))
                .hasMessageContaining("action_content_has_words");
        assertThat(here.partnership.exists(id)).isFalse();
        UUID odd = here.action(agreeing, here.police, 2, "🔒 שנה את המנעולים اليوم\u202E");
        assertThat(reporting.open(here.officer, odd).action().shownWords()).contains("שנה את המנעולים");
    }

    @Test
    void theTrailSaysWhichActionsWereShown() {
        UUID action = here.action(agreeing, here.police, 3, "Fit new locks");
        openOf(here.officer);
        assertThat(here.partnership.trailOf(here.officer).getLast().get("records"))
                .isEqualTo(List.of(action));
    }

    /// What is open, of all pages.
    private List<Action> openOf(Viewer viewer) {
        var all = new ArrayList<Action>();
        for (int page = 1; page <= open.list(viewer, page).pages(); page++) {
            all.addAll(open.list(viewer, page).actions());
        }
        return all;
    }

    private static Action.Term term(UUID agency, int days) {
        return new Action.Term(agency, null, Assembly.today().plusDays(days));
    }

    private static Action.Content content(String words) {
        return new Action.Content(words, Area.HOME_SAFETY, Subject.VICTIM);
    }

    private void report(Viewer viewer, UUID action, int version, ActionState state, String words) {
        var done = state == ActionState.COMPLETE ? Assembly.today() : null;
        reporting.report(viewer, action, version, new Said(state, done, words));
    }

    private static void assertAbsent(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Absent.class);
    }

    private static void assertRefused(String rule, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(rule));
    }
}
