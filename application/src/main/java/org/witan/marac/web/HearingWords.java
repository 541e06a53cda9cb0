package org.witan.marac.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.Research;
import org.witan.meeting.Action;
import org.witan.site.Days;
import org.witan.site.Wording;

/// What a conference hears and agrees, in words: the same while it sits, in its minutes and in lists of actions.
@Component
class HearingWords {
    private final Wording words;

    HearingWords(Wording words) {
        this.words = words;
    }

    /// Whether something that an agency brought is a fact or an opinion.
    String kind(Research.Item item) {
        return words.the("marac.research.kind." + (item.isFact() ? "FACT" : "OPINION"));
    }

    /// About whom it is.
    String about(Research.Item item) {
        return words.the("people.standing." + item.about());
    }

    /// When it happened, what it is, and why it matters.
    String said(Research.Item item) {
        return Stream.of(item.happened(), item.words(), item.relevance())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }

    /// Which agency does an action, and by when.
    String who(Action action) {
        var due = action.due();
        return words.the(
                "marac.hearing.who",
                orNobody(action.agencyName()),
                due == null ? words.the("marac.hearing.no-date") : Days.words(due));
    }

    /// How an action stands.
    String state(Action action) {
        return words.the("meeting.state." + action.state());
    }

    /// The name of an agency, where there is one.
    String orNobody(@Nullable String agency) {
        return agency == null || agency.isEmpty() ? words.the("marac.hearing.nobody") : agency;
    }
}
