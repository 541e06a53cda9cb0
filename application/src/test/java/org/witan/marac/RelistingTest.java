package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.witan.access.Refused;

/// A case that a meeting did not hear, because it was cancelled or went by, is put on the agenda of another.
class RelistingTest extends AConference {
    private String events(UUID meeting, UUID referral) {
        return String.join(
                " ",
                partnership()
                        .asked(
                                "select what from meeting.item_event where item_id = ? order by at, id",
                                item(meeting, referral)));
    }

    private boolean stands(UUID meeting, UUID referral) {
        return partnership()
                        .count(
                                "select count(*) from meeting.item where meeting_id = ? and record_id = ? and off_at is null",
                                meeting,
                                referral)
                == 1;
    }

    @Test
    void aCaseOfACancelledMeetingIsListedAgainAndLeavesTheOldAgenda() {
        UUID referral = referred("Borisav", 2);
        UUID cancelled = listed(referral, -5);
        UUID next = meeting(-12);
        assertThatThrownBy(() -> listing.list(coordinator, referral, next)).isInstanceOf(Refused.class);
        scheduling.cancel(coordinator, cancelled, 0, "Invented: snow");
        listing.list(coordinator, referral, next);
        assertThat(stands(cancelled, referral)).isFalse();
        assertThat(events(cancelled, referral)).isEqualTo("DEFERRED");
        assertThat(stands(next, referral)).isTrue();
        assertThat(partnership().asked("select mark from meeting.item_mark where item_id = ?", item(next, referral)))
                .contains("DEFERRED_BEFORE");
        assertThatThrownBy(() -> listing.list(coordinator, referral, meeting(-19)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCaseThatAMeetingDidNotGetToIsListedAgain() {
        UUID referral = referred("Borisav", 9);
        UUID over = listed(referral, 3);
        assertThatThrownBy(() -> listing.list(coordinator, referral, over)).isInstanceOf(Refused.class);
        UUID next = meeting(-4);
        listing.list(coordinator, referral, next);
        assertThat(stands(over, referral)).isFalse();
        conferring.heard(coordinator, next, item(next, referral));
        assertThat(events(next, referral)).isEqualTo("HEARD");
    }

    @Test
    void aDecisionIsTakenBackWhenTheOnlyMeetingWasCancelled() {
        UUID referral = referred("Borisav", 2);
        UUID meeting = listed(referral, -5);
        UUID decision =
                reading.read(coordinator, referral).decision().orElseThrow().id();
        assertThatThrownBy(() -> triaging.undo(coordinator, referral, decision)).isInstanceOf(Refused.class);
        scheduling.cancel(coordinator, meeting, 0, "Invented: snow");
        triaging.undo(coordinator, referral, decision);
        assertThat(reading.read(coordinator, referral).decision()).isEmpty();
    }
}
