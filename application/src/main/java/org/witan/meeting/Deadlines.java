package org.witan.meeting;

import java.time.LocalDate;
import java.util.List;
import org.witan.shared.WorkingDays;

/// All dates of one meeting, counted in working days from it.
public final class Deadlines {
    private final List<Deadline> all;

    private Deadlines(List<Deadline> all) {
        this.all = all;
    }

    /// The deadlines of a meeting on a day.
    public static Deadlines of(LocalDate meeting, Settings settings, WorkingDays days) {
        return new Deadlines(List.of(
                new Deadline(What.CUT_OFF, days.before(meeting, settings.value(Setting.CUT_OFF_DAYS))),
                new Deadline(What.LIST_OUT, days.before(meeting, settings.value(Setting.LIST_OUT_DAYS))),
                new Deadline(What.CHASE, days.before(meeting, settings.value(Setting.CHASE_DAYS))),
                new Deadline(What.RESEARCH_DUE, days.before(meeting, settings.value(Setting.RESEARCH_DUE_DAYS))),
                new Deadline(What.MEETING, meeting),
                new Deadline(What.MINUTES_DUE, days.after(meeting, settings.value(Setting.MINUTES_DUE_DAYS)))));
    }

    /// All of them; a board that sets it otherwise may get them in another order than here.
    public List<Deadline> all() {
        return all;
    }

    /// The day of one of them.
    public LocalDate day(What what) {
        return all.stream()
                .filter(one -> one.what() == what)
                .map(Deadline::day)
                .findFirst()
                .orElseThrow();
    }

    /// One date.
    public record Deadline(What what, LocalDate day) {}

    /// What is due.
    public enum What {
        /// Referrals that come later wait for the next meeting, except in an emergency.
        CUT_OFF,
        LIST_OUT,
        CHASE,
        RESEARCH_DUE,
        MEETING,
        MINUTES_DUE
    }
}
