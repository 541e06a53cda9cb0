package org.witan.marac;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.meeting.DaysOff;
import org.witan.meeting.Deadlines;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Settings;
import org.witan.shared.WorkingDays;

/// By when research is due: as the board has set it. An emergency meeting leaves no working days
/// before it: its answers are due on its own day. Asked inside a witnessed piece of work.
@Component
class ResearchDue {
    private final KeepingBoards boards;
    private final DaysOff daysOff;

    ResearchDue(KeepingBoards boards, DaysOff daysOff) {
        this.boards = boards;
        this.daysOff = daysOff;
    }

    /// For as many meetings as one piece of work asks about: each board is asked once what it has
    /// set.
    Counted counted(Shown shown) {
        return new Counted(shown, daysOff.workingDays(shown));
    }

    /// The days of one piece of work.
    final class Counted {
        private final Map<UUID, Settings> settings = new HashMap<>();
        private final Shown shown;
        private final WorkingDays working;

        private Counted(Shown shown, WorkingDays working) {
            this.shown = shown;
            this.working = working;
        }

        /// By when answers for a meeting are due.
        LocalDate day(UUID board, LocalDate meeting, boolean coreOnly) {
            if (coreOnly) {
                return meeting;
            }
            return Deadlines.of(meeting, settings.computeIfAbsent(board, one -> boards.settings(shown, one)), working)
                    .day(Deadlines.What.RESEARCH_DUE);
        }
    }
}
