package org.witan.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.Guard;
import org.witan.people.SideBySide;
import org.witan.people.SourceRecord;
import org.witan.people.Suggestion;
import org.witan.people.WaitingMatches;
import org.witan.people.web.MatchPage.Queue;
import org.witan.people.web.MatchPage.Waiting;
import org.witan.site.Form;

/// Makes the pages on which the coordinator reviews possible matches.
@Component
class MatchPages {
    private final PersonWords words;
    private final MatchRows rows;
    private final Waterfalls waterfalls;

    MatchPages(PersonWords words, MatchRows rows, Waterfalls waterfalls) {
        this.words = words;
        this.rows = rows;
        this.waterfalls = waterfalls;
    }

    Queue queue(List<SideBySide> waiting) {
        String key = waiting.size() < WaitingMatches.MOST ? "people.matches.count" : "people.matches.count.many";
        return new Queue(
                words.the(key, waiting.size()), waiting.stream().map(this::line).toList());
    }

    private Waiting line(SideBySide one) {
        Suggestion suggestion = one.suggestion();
        return new Waiting(
                suggestion.id(),
                words.the("people.matches.pair", named(one.record()), named(one.other())),
                suggestion.words(),
                waterfalls.chance(suggestion.probability()),
                words.the("people.matches.since", PersonWords.day(suggestion.madeAt())),
                suggestion.decision() == Suggestion.Choice.UNSURE);
    }

    /// @param notice key of the words for what came of the last decision; null for none
    /// @param undo the link that joined the two; null where there is none to undo
    MatchPage page(SideBySide both, Form form, @Nullable String notice, @Nullable UUID undo) {
        Suggestion suggestion = both.suggestion();
        boolean open = suggestion.decision() == null || suggestion.decision() == Suggestion.Choice.UNSURE;
        return new MatchPage(
                suggestion.id(),
                both.record().id(),
                both.other().id(),
                named(both.record()),
                named(both.other()),
                warnings(both),
                rows.of(both.record(), both.other()),
                waterfalls.of(suggestion),
                suggestion.decision() == null ? null : words.the("people.match.decided." + suggestion.decision()),
                notice == null ? null : words.the(notice),
                undo,
                open,
                form.problems(),
                form.text("remark"));
    }

    private List<String> warnings(SideBySide both) {
        Suggestion suggestion = both.suggestion();
        var all = new ArrayList<String>();
        all.add(suggestion.words());
        if (!suggestion.reason().isEmpty() && !suggestion.reason().equals(suggestion.words())) {
            all.add(suggestion.reason());
        }
        boolean hides = both.record().isProtected() || both.other().isProtected();
        if (hides && suggestion.guard() != Guard.PROTECTED) {
            all.addFirst(words.the("people.match.hides"));
        }
        if (both.record().standing() != both.other().standing() && suggestion.guard() != Guard.ROLES) {
            all.add(words.the(
                    "people.match.standings",
                    words.standing(both.record().standing()),
                    words.standing(both.other().standing())));
        }
        if (Stream.of(both.record(), both.other()).anyMatch(one -> !one.stated().isEmpty())) {
            all.add(words.the("people.match.numbers"));
        }
        return List.copyOf(all);
    }

    private String named(SourceRecord record) {
        return words.the("people.match.named", words.name(record.name()), words.born(record), record.reference());
    }
}
