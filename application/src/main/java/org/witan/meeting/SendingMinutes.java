package org.witan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.shared.WorkingDays;

/// Lets the minutes of a meeting go out: whoever takes part is told that something waits, and from then on what is
/// added says that it came later. Inside a witnessed piece of work of the module that holds the meeting.
@Component
public class SendingMinutes {
    /// Older meetings than these are of a time before minutes went out from here.
    private static final int WEEKS = 6;
    private static final int MOST = 20;

    private final Meetings meetings;
    private final KeepingBoards boards;
    private final DaysOff daysOff;
    private final Clock clock;

    SendingMinutes(Meetings meetings, KeepingBoards boards, DaysOff daysOff, Clock clock) {
        this.meetings = meetings;
        this.boards = boards;
        this.daysOff = daysOff;
        this.clock = clock;
    }

    /// Sends them out; once more when something was added.
    ///
    /// @param id made with the form, so that a form that is sent twice sends them once
    /// @param held as whoever looks found it
    /// @throws Absent when this viewer does not keep the board
    /// @throws Refused when the meeting has not begun, or does not take place
    public void send(Viewer viewer, Shown shown, UUID id, Meeting held) {
        if (!held.keeps()) {
            throw new Absent();
        }
        if (held.cancelled()) {
            throw new Refused(Rules.CANCELLED);
        }
        if (!held.hasBegun(clock.instant())) {
            throw new Refused(Rules.NOT_BEGUN);
        }
        meetings.minutesOut(id, held.id(), viewer.account());
    }

    /// Meetings whose minutes are to go out, the first first; of the boards of a kind that whoever looks keeps.
    public List<Owed> owed(Shown shown, BoardKind kind) {
        List<Meeting> without = meetings.withoutMinutes(kind, WEEKS, MOST);
        if (without.isEmpty()) {
            return List.of();
        }
        WorkingDays working = daysOff.workingDays(shown);
        return without.stream()
                .map(one -> new Owed(
                        one,
                        Deadlines.of(one.day(), boards.settings(shown, one.board()), working)
                                .day(Deadlines.What.MINUTES_DUE)))
                .toList();
    }

    /// A meeting whose minutes did not go out.
    ///
    /// @param due the last day on time
    public record Owed(Meeting meeting, LocalDate due) {}
}
