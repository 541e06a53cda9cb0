package org.witan.hub.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.hub.HubCase;
import org.witan.hub.HubMeetings;
import org.witan.hub.ReadingHub;
import org.witan.meeting.Action;
import org.witan.meeting.Deadlines;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the lines of the hub: a case, a meeting, an action, and how far a day is.
@Component
class HubLines {
    private final Wording words;
    private final Days days;

    HubLines(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// A case on one line.
    CaseLine line(HubCase one) {
        var more = new ArrayList<String>();
        more.add(words.the("hub.line.state." + one.state(), Days.words(one.since())));
        more.add(words.the("hub.line.referred", one.agencyName(), Days.words(one.referredOn())));
        if (one.leadName() != null) {
            more.add(words.the("hub.line.lead", one.leadName()));
        }
        if (one.asked() > 0) {
            more.add(words.the("hub.line.answers", one.answered(), one.asked()));
        }
        if (one.reviewOn() != null && one.isOpen()) {
            more.add(words.the("hub.line.review", Days.words(one.reviewOn()), away(one.reviewOn())));
        }
        return new CaseLine(one.id(), who(one), one.reference(), String.join(" · ", more), one.urgent());
    }

    /// Who it is about: name and date of birth, or the reference for whoever may not see them.
    String who(HubCase one) {
        return one.name() == null || one.born() == null
                ? one.reference()
                : words.the("hub.who", one.name(), Days.words(one.born()));
    }

    /// A meeting on one line.
    MeetingLine line(HubMeetings.Dated dated) {
        return new MeetingLine(
                dated.meeting().id(),
                dated.meeting().boardName(),
                Days.words(dated.meeting().startsAt()),
                words.the(
                        "hub.meeting.dates",
                        Days.words(dated.deadlines().day(Deadlines.What.CUT_OFF)),
                        Days.words(dated.deadlines().day(Deadlines.What.LIST_OUT)),
                        Days.words(dated.deadlines().day(Deadlines.What.RESEARCH_DUE))),
                dated.meeting().place());
    }

    /// That a case is discussed elsewhere.
    String elsewhere(ReadingHub.Elsewhere one) {
        return words.the("hub.elsewhere.line", one.reference(), Days.words(one.since()));
    }

    /// An action on one line.
    ActionLine action(Action one) {
        LocalDate due = one.due();
        return new ActionLine(
                one.id(),
                one.shownWords(),
                Objects.requireNonNullElse(one.agencyName(), words.the("hub.action.nobody")),
                words.the("meeting.state." + one.state()),
                due == null || one.state().closes() ? "" : words.the("hub.fact.day", Days.words(due), away(due)),
                one.mine() && !one.state().closes());
    }

    /// How far a day is, in words.
    String away(LocalDate day) {
        long distance = days.until(day);
        if (distance == 0) {
            return words.the("hub.today");
        }
        return words.the(distance > 0 ? "hub.ahead" : "hub.over", Math.abs(distance));
    }

    /// A case on one line.
    record CaseLine(UUID id, String who, String reference, String more, boolean urgent) {}

    /// A meeting on one line.
    record MeetingLine(UUID id, String board, String starts, String dates, String place) {}

    /// An action on one line.
    record ActionLine(UUID id, String words, String agency, String state, String due, boolean mine) {}
}
