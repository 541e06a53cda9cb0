package org.witan.meeting.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Days as a reader counts them: "Tue 3 Mar 2026 (in 4 working days)".
@Component
class WhenWords {
    private final Wording words;
    private final Days days;

    WhenWords(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// A day with how far it is from today.
    String day(LocalDate day, WorkingDays working) {
        return words.the("meeting.when", Days.words(day), away(day, working));
    }

    LocalDate today() {
        return days.today();
    }

    private String away(LocalDate day, WorkingDays working) {
        long distance = days.until(day);
        if (distance == 0) {
            return words.the("meeting.when.today");
        }
        int count = Math.abs(working.between(days.today(), day));
        if (count == 0) {
            return words.the(distance > 0 ? "meeting.when.days" : "meeting.when.days-ago", Math.abs(distance));
        }
        return words.the(distance > 0 ? "meeting.when.ahead" : "meeting.when.ago", count);
    }
}
