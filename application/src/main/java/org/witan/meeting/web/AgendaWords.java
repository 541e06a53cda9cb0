package org.witan.meeting.web;

import org.springframework.stereotype.Component;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Happening;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says in words what happened to an item of an agenda.
@Component
class AgendaWords {
    private final Wording words;

    AgendaWords(Wording words) {
        this.words = words;
    }

    /// What happened, when, by whom and why.
    String event(AgendaItem.Event event) {
        AgendaItem.To to = event.to();
        String what = event.what() == Happening.DEFERRED && to != null
                ? words.the("meeting.event.DEFERRED.to", Days.words(to.startsAt()))
                : words.the("meeting.event." + event.what());
        return words.the(
                event.words().isEmpty() ? "meeting.event" : "meeting.event.why",
                what,
                Days.words(event.at()),
                by(event.by()),
                event.words());
    }

    /// The name of somebody; whoever may not read it reads that it was somebody.
    String by(String name) {
        return name.isEmpty() ? words.the("meeting.somebody") : name;
    }
}
