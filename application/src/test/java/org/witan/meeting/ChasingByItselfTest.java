package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Witnessing;

/// Open actions are asked for before each meeting by themselves: on the day that the board has set, once for a meeting.
class ChasingByItselfTest extends RunningApplication {
    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private ReportingActions reporting;

    @Autowired
    private Chasing chasing;

    @Autowired
    private ChasingByItself itself;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    private Assembly here;

    @BeforeEach
    void invent() {
        here = new Assembly(partnership(), boards);
    }

    private long chases(UUID action) {
        return here.partnership.count("select count(*) from meeting.chase where record_id = ?", action);
    }

    private Action read(UUID action) {
        return reporting.open(here.coordinator, action).action();
    }

    private void chaseDays(int days) {
        Board board = boards.open(here.coordinator, here.board).board();
        boards.set(here.coordinator, here.board, board.version(), Map.of(Setting.CHASE_DAYS, days), "Invented");
    }

    @Test
    void whatIsDueByTheMeetingIsAskedForOnceAndStandsOnTheAction() {
        here.meeting(scheduling, 2);
        UUID late = here.action(agreeing, here.police, -3, "Fit new locks");
        UUID undated = here.action(agreeing, new Action.Term(here.health, null, null), "Record it");
        UUID after = here.action(agreeing, here.police, 30, "Visit her");
        UUID nobodys = here.action(agreeing, new Action.Term(null, null, null), "Nobody does it");
        itself.round();
        itself.round();
        assertThat(List.of(chases(late), chases(undated), chases(after), chases(nobodys)))
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(read(late).chasedAt()).isNotNull();
        assertThat(read(late).chases()).isEqualTo(1);
        assertThat(read(late).chasedByItself()).isTrue();
        assertThat(chasing.chase(here.coordinator, here.board))
                .as("by hand what no agency does, and nobody twice on a day")
                .isEqualTo(1);
        assertThat(chases(late)).isEqualTo(1);
        assertThat(here.partnership.asked(
                        "select e.channel || ' ' || e.path from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id where ? = any (o.records) and e.channel = 'JOB'",
                        late))
                .containsExactly("JOB chasing");
    }

    @Test
    void itWaitsForTheDayThatTheBoardHasSet() {
        here.meeting(scheduling, 20);
        UUID action = here.action(agreeing, here.police, 4, "Fit new locks");
        itself.round();
        assertThat(chases(action)).as("five working days before is not yet").isZero();
        chaseDays(15);
        itself.round();
        assertThat(chases(action)).isEqualTo(1);
    }

    @Test
    void whatSomebodyAskedForTodayIsNotAskedForAgain() {
        here.meeting(scheduling, 2);
        UUID action = here.action(agreeing, here.police, 1, "Fit new locks");
        assertThat(chasing.chase(here.coordinator, here.board)).isEqualTo(1);
        itself.round();
        assertThat(chases(action)).isEqualTo(1);
        assertThat(read(action).chasedByItself()).isFalse();
    }

    @Test
    void twoServersAskOnce() {
        here.meeting(scheduling, 2);
        UUID action = here.action(agreeing, here.police, 1, "Fit new locks");
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(itself::round))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(chases(action)).isEqualTo(1);
    }

    @Test
    void aServerThatDiesWhileItAsksLeavesAllOrNothing() {
        UUID meeting = here.meeting(scheduling, 2);
        UUID action = here.action(agreeing, here.police, 1, "Fit new locks");
        assertThatThrownBy(() -> witnessing.witness(
                        new Caller(null, Origin.job("chasing")), Deed.of(Verb.CHANGE, "action"), _ -> {
                            database.sql("select count(*) from meeting.chase_before(:meeting)")
                                    .param("meeting", meeting)
                                    .query(Long.class)
                                    .single();
                            throw new IllegalStateException("dies");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(chases(action)).isZero();
        itself.round();
        assertThat(chases(action)).isEqualTo(1);
    }

    @Test
    void theNextMeetingIsAskedBeforeAgainAndOneThatIsMovedIsTheSame() {
        UUID meeting = here.meeting(scheduling, 1);
        UUID action = here.action(agreeing, here.police, 0, "Fit new locks");
        itself.round();
        scheduling.move(here.coordinator, meeting, 0, Assembly.at(3, "Invented House"), "Invented");
        yesterday(action);
        itself.round();
        assertThat(chases(action)).as("the same meeting").isEqualTo(1);
        scheduling.cancel(here.coordinator, meeting, 1, "Invented");
        here.meeting(scheduling, 4);
        itself.round();
        assertThat(chases(action)).as("another meeting").isEqualTo(2);
        assertThat(read(action).chases()).isEqualTo(2);
    }

    @Test
    void nobodyIsAskedWithoutAnEntryInTheTrail() {
        UUID meeting = here.meeting(scheduling, 2);
        here.action(agreeing, here.police, 1, "Fit new locks");
        assertThatThrownBy(() -> database.sql("select count(*) from meeting.chase_before(:meeting)")
                        .param("meeting", meeting)
                        .query(Long.class)
                        .single())
                .isInstanceOf(DataAccessException.class);
    }

    private void yesterday(UUID action) {
        here.partnership.run("alter table meeting.chase disable trigger chase_stays");
        here.partnership.run(
                "update meeting.chase set chased_at = chased_at - interval '1 day' where record_id = ?", action);
        here.partnership.run("alter table meeting.chase enable trigger chase_stays");
    }
}
