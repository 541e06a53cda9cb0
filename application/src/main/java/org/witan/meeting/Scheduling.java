package org.witan.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Schedules, moves and cancels meetings. What was announced before is never overwritten.
@Component
public class Scheduling {
    private static final String MEETING = "meeting";

    /// So far ahead a reader is told of meetings.
    private static final int DAYS_AHEAD = 400;
    private static final int MOST = 500;
    private static final int FEW = 10;

    private final Witnessing witnessing;
    private final Boards boards;
    private final Meetings meetings;
    private final Clock clock;

    Scheduling(Witnessing witnessing, Boards boards, Meetings meetings, Clock clock) {
        this.witnessing = witnessing;
        this.boards = boards;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// Meetings to come of the boards that whoever looks takes part in.
    public List<Meeting> coming(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, MEETING), this::coming);
    }

    /// The same, inside a witnessed piece of work.
    public List<Meeting> coming(Shown shown) {
        return meetings.coming(DAYS_AHEAD, MOST);
    }

    /// The next meeting of a board that takes place after a moment, and to which all its agencies are called. Inside a
    /// witnessed piece of work.
    public Optional<Meeting> nextAfter(UUID board, Instant moment) {
        return meetings.nextAfter(board, moment);
    }

    /// The meetings of the next days; where there are none, the next few. Inside a witnessed piece of work.
    public List<Meeting> next(Shown shown, int days) {
        List<Meeting> soon = meetings.coming(days, MOST);
        return soon.isEmpty() ? meetings.coming(DAYS_AHEAD, FEW) : soon;
    }

    /// The meetings of a board, the newest first, those that were cancelled among them. Inside a witnessed piece of
    /// work.
    public List<Meeting> of(Shown shown, UUID board) {
        return meetings.of(board);
    }

    /// A meeting.
    ///
    /// @throws Absent when there is none for this viewer
    public Meeting open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, deed(Verb.READ, id), shown -> the(shown, id));
    }

    /// A meeting of a board that this viewer keeps.
    ///
    /// @throws Absent when there is none for them, or they do not keep it
    public Meeting kept(Viewer viewer, UUID id) {
        Meeting found = open(viewer, id);
        if (!found.keeps()) {
            throw new Absent();
        }
        return found;
    }

    /// A meeting of a board that this viewer keeps, which still takes place.
    ///
    /// @throws Absent when there is none for them, or they do not keep it
    /// @throws Refused when it was cancelled
    public Meeting standing(Viewer viewer, UUID id) {
        Meeting found = kept(viewer, id);
        if (found.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
        return found;
    }

    /// A meeting, inside a witnessed piece of work.
    public Meeting the(Shown shown, UUID id) {
        return meetings.find(id).orElseThrow(Absent::new);
    }

    /// Schedules a meeting.
    ///
    /// @param id made with the form, so that a form that is sent twice schedules one
    /// @throws Absent when this viewer does not keep the board
    public void schedule(Viewer viewer, UUID id, UUID board, Timing timing) {
        witnessing.witness(
                viewer,
                deed(Verb.ADD, id).with("board", board.toString()),
                _ -> Absent.whereRefused(() -> {
                    schedule(viewer, id, board, false, timing);
                    return id;
                }));
    }

    /// Schedules a meeting to which only the core agencies of a board are called; no other agency sees it. Inside a
    /// witnessed piece of work.
    public void scheduleForCore(Viewer viewer, Shown shown, UUID id, UUID board, Timing timing) {
        schedule(viewer, id, board, true, timing);
    }

    private void schedule(Viewer viewer, UUID id, UUID board, boolean coreOnly, Timing timing) {
        if (boards.find(board).filter(Board::keeps).isEmpty()) {
            throw new Absent();
        }
        if (meetings.add(id, board, coreOnly, viewer.account()) > 0) {
            meetings.time(Identity.at(clock.instant()), id, timing, "", 0, viewer.account());
        } else if (meetings.find(id)
                .filter(one -> one.startsAt().equals(timing.startsAt()))
                .isEmpty()) {
            throw new Refused(Rules.SENT_BEFORE);
        }
    }

    /// Moves a meeting to another time or place. Its agenda, its attendance and what was sent stay with it.
    ///
    /// @param version of the meeting that was on the page
    public void move(Viewer viewer, UUID id, int version, Timing timing, String reason) {
        witnessing.witness(
                viewer,
                deed(Verb.CHANGE, id).with("moved", reason),
                shown -> Absent.whereRefused(() -> {
                    theKept(id);
                    Rules.fresh(meetings.step(id, version));
                    meetings.time(Identity.at(clock.instant()), id, timing, reason, version + 1, viewer.account());
                    return id;
                }));
    }

    /// Cancels a meeting: it does not take place.
    public void cancel(Viewer viewer, UUID id, int version, String reason) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("cancelled", reason), shown -> {
            theKept(id);
            Rules.fresh(meetings.cancel(id, version, reason, viewer.account()));
            return id;
        });
    }

    /// Says that the list has gone out to the agencies.
    public void sendList(Viewer viewer, UUID id, int version) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("list", "out"), shown -> {
            Meeting meeting = theKept(id);
            if (meeting.listOutAt() == null) {
                Rules.fresh(meetings.listOut(id, version, viewer.account()));
            }
            return id;
        });
    }

    private Meeting theKept(UUID id) {
        Meeting meeting = meetings.find(id).filter(Meeting::keeps).orElseThrow(Absent::new);
        if (meeting.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
        return meeting;
    }

    private static Deed deed(Verb verb, UUID id) {
        return Deed.of(verb, MEETING).with(MEETING, id.toString());
    }
}
