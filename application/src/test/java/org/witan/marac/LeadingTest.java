package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.AgendaItem;

/// Whoever leads a conference takes it from case to case, and everybody is told where it is as far as they may see.
class LeadingTest extends RunningApplication {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private Leading leading;

    @Autowired
    private Conferring conferring;

    private Conference conference;
    private UUID first;
    private UUID second;

    @BeforeEach
    void threeCases() {
        conference = Conference.of(application, partnership(), 3);
        first = conference.item(0);
        second = conference.item(1);
    }

    private Progress progress(Viewer viewer, UUID item) {
        return conferring.now(viewer, conference.meeting(), item).progress();
    }

    private List<UUID> order() {
        return conferring.now(conference.coordinator(), conference.meeting(), first).agenda().stream()
                .map(AgendaItem::id)
                .toList();
    }

    @Test
    void theNextCaseEndsTheOneBeforeAndAllHearOfIt() {
        leading.begin(conference.coordinator(), conference.meeting(), first);
        leading.begin(conference.coordinator(), conference.meeting(), first);
        assertThat(progress(conference.police(), first).current()).isEqualTo(first);
        leading.pause(conference.coordinator(), conference.meeting(), first);
        assertThat(progress(conference.police(), first).paused()).isTrue();
        leading.goOn(conference.coordinator(), conference.meeting(), first);
        assertThat(leading.next(conference.coordinator(), conference.meeting(), first))
                .contains(second);
        assertThat(progress(conference.police(), first)).satisfies(now -> {
            assertThat(now.current()).isEqualTo(second);
            assertThat(now.runs()).isFalse();
        });
        assertThat(partnership().asked("select what from marac.turn where item_id = ? order by at", first))
                .containsExactly("BEGUN", "PAUSED", "WENT_ON", "LEFT");
    }

    @Test
    void whatIsTakenLaterComesLastAndIsNotForgotten() {
        UUID third = conference.item(2);
        leading.begin(conference.coordinator(), conference.meeting(), first);
        leading.putOff(conference.coordinator(), conference.meeting(), first);
        assertThat(order()).containsExactly(second, third, first);
        assertThat(progress(conference.coordinator(), first).current()).isNull();
        leading.begin(conference.coordinator(), conference.meeting(), second);
        assertThat(leading.next(conference.coordinator(), conference.meeting(), second))
                .contains(third);
        assertThat(leading.next(conference.coordinator(), conference.meeting(), third))
                .contains(first);
        assertThat(leading.next(conference.coordinator(), conference.meeting(), first))
                .isEmpty();
        assertThatThrownBy(() -> leading.putOff(conference.coordinator(), conference.meeting(), first))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoDoesNotLeadChangesNothing() {
        assertThatThrownBy(() -> leading.begin(conference.police(), conference.meeting(), first))
                .isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from marac.turn where item_id = ?", first))
                .isZero();
    }

    @Test
    void aCaseThatIsHiddenIsNoCaseThatTheConferenceIsAt() {
        UUID hidden = conference.cases().get(1).record();
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        hidden,
                        conference.police().account(),
                        conference.coordinator().account());
        leading.begin(conference.coordinator(), conference.meeting(), first);
        leading.begin(conference.coordinator(), conference.meeting(), second);
        assertThat(progress(conference.police(), first).current()).isNull();
        assertThat(progress(conference.housing(), first).current()).isEqualTo(second);
    }

    @Test
    void turnsAreNamedInTheDatabaseAsInTheCode() {
        assertThat(partnership().asked("select code from marac.turn_kind order by place"))
                .isEqualTo(Arrays.stream(Turn.What.values()).map(Enum::name).toList());
    }

    @Test
    void severalWhoBeginAtOnceLeaveOneCaseThatTheConferenceIsAt() throws Exception {
        List<Callable<Boolean>> all = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(at -> () -> {
                    leading.begin(conference.coordinator(), conference.meeting(), conference.item(at % 3));
                    return true;
                })
                .toList();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : both.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(partnership().asked("""
                        select count(*) filter (where what = 'BEGUN') - count(*) filter (where what = 'LEFT')
                        from marac.turn where meeting_id = ?
                        """, conference.meeting())).containsExactly("1");
    }
}
