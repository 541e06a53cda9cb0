package org.witan.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Asks agencies before the next meeting how their open actions stand, and shows what goes to the steering group. It is
/// asked by itself too, once before each meeting.
@Component
public class Chasing {
    private final Witnessing witnessing;
    private final Boards boards;
    private final Meetings meetings;
    private final Actions actions;
    private final Clock clock;

    Chasing(Witnessing witnessing, Boards boards, Meetings meetings, Actions actions, Clock clock) {
        this.witnessing = witnessing;
        this.boards = boards;
        this.meetings = meetings;
        this.actions = actions;
        this.clock = clock;
    }

    /// What to ask for before the next meeting of a board.
    ///
    /// @throws Absent when this viewer does not keep the board
    public Chase before(Viewer viewer, UUID board) {
        return witnessing.witness(viewer, deed(Verb.LIST, board), shown -> before(shown, board));
    }

    /// The same, inside a witnessed piece of work.
    public Chase before(Shown shown, UUID board) {
        if (boards.find(board).filter(Board::keeps).isEmpty()) {
            throw new Absent();
        }
        Meeting next = meetings.next(board).orElse(null);
        LocalDate day = next == null ? null : next.day();
        List<Action> open = actions.openOfBoard(board);
        open.forEach(one -> shown.add(one.id()));
        return new Chase(
                next,
                open.stream().filter(action -> isDueBefore(action, day)).toList(),
                open.stream().filter(Action::steering).toList());
    }

    /// Asks for all that is due before the next meeting and was not asked for today. The agencies see it in "your
    /// work", and are told by e-mail that something waits.
    ///
    /// @return for how many actions it asked
    public int chase(Viewer viewer, UUID board) {
        return witnessing.witness(
                viewer,
                deed(Verb.CHANGE, board),
                shown -> Absent.whereRefused(() -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), Rows.HERE);
                    List<Action> due = before(shown, board).due().stream()
                            .filter(action -> !wasOn(action.chasedAt(), today))
                            .toList();
                    due.forEach(action -> actions.chase(Identity.at(clock.instant()), action.id(), viewer.account()));
                    return due.size();
                }));
    }

    private static boolean isDueBefore(Action action, @Nullable LocalDate meeting) {
        LocalDate due = action.due();
        return due == null || meeting == null || !due.isAfter(meeting);
    }

    private static boolean wasOn(@Nullable Instant moment, LocalDate day) {
        return moment != null && LocalDate.ofInstant(moment, Rows.HERE).equals(day);
    }

    private static Deed deed(Verb verb, UUID board) {
        return Deed.of(verb, "action").with("board", board.toString());
    }

    /// What to ask for.
    ///
    /// @param next null while none is scheduled; then all that is open is asked for
    /// @param due open actions that are due by then, or have no date
    /// @param steering those that go to the steering group
    public record Chase(@Nullable Meeting next, List<Action> due, List<Action> steering) {}
}
