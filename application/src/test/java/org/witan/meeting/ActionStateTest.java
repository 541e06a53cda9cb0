package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.witan.meeting.ActionState.ACCEPTED;
import static org.witan.meeting.ActionState.COMPLETE;
import static org.witan.meeting.ActionState.ESCALATED;
import static org.witan.meeting.ActionState.IN_PROGRESS;
import static org.witan.meeting.ActionState.NOT_DONE;
import static org.witan.meeting.ActionState.NOT_POSSIBLE;
import static org.witan.meeting.ActionState.PROPOSED;
import static org.witan.meeting.ActionState.SUPERSEDED;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ActionStateTest {

    @Test
    void whatAnAgencyDidNotDoRemainsToBeDone() {
        assertThat(Arrays.stream(ActionState.values()).filter(ActionState::closes))
                .containsExactlyInAnyOrder(COMPLETE, NOT_POSSIBLE, SUPERSEDED);
        assertThat(NOT_DONE.next()).contains(NOT_DONE, COMPLETE, ESCALATED, IN_PROGRESS);
    }

    @Test
    void whatIsProposedIsAcceptedFirst() {
        assertThat(PROPOSED.next()).containsExactlyInAnyOrder(ACCEPTED, NOT_POSSIBLE, SUPERSEDED);
    }

    @Test
    void whatWasClosedByMistakeIsOpenedAgainAndSaysWhy() {
        assertThat(COMPLETE.next()).containsExactly(ACCEPTED);
        assertThat(ACCEPTED.needsWords(COMPLETE)).isTrue();
        assertThat(ACCEPTED.needsWords(PROPOSED)).isFalse();
    }

    @Test
    void everyEndAndEveryFailureNeedsWords() {
        assertThat(Arrays.stream(ActionState.values()).filter(state -> state.needsWords(IN_PROGRESS)))
                .containsExactlyInAnyOrder(COMPLETE, NOT_POSSIBLE, NOT_DONE, SUPERSEDED, ESCALATED);
    }

    @Test
    void onlyANotDoneIsSaidTwiceInARow() {
        assertThat(Arrays.stream(ActionState.values())
                        .filter(state -> state.next().contains(state)))
                .containsExactly(NOT_DONE);
    }

    @Test
    void nothingBecomesProposedAgain() {
        assertThat(Arrays.stream(ActionState.values())
                        .filter(state -> state.next().contains(PROPOSED)))
                .isEmpty();
    }
}
