package org.witan.meeting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Advice about an action, in words.
@Component
public class AdviceWords {
    private final Wording words;

    AdviceWords(Wording words) {
        this.words = words;
    }

    /// One piece of advice.
    public String the(Advice advice) {
        return switch (advice) {
            case Advice.NoOwner() -> words.the("meeting.advice.no-owner");
            case Advice.NoDate() -> words.the("meeting.advice.no-date");
            case Advice.InThePast() -> words.the("meeting.advice.past");
            case Advice.AfterTheMeeting(LocalDate day) -> words.the("meeting.advice.after", Days.words(day));
            case Advice.SeveralThings(List<String> verbs) ->
                words.the("meeting.advice.several", String.join(", ", verbs));
            case Advice.TellsOfTheMarac(List<String> found) ->
                words.the("meeting.advice.tells", String.join(", ", found));
        };
    }
}
