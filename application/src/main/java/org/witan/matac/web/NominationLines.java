package org.witan.matac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.matac.Nominating.Alike;
import org.witan.matac.Nominating.Assessed;
import org.witan.matac.Nomination;
import org.witan.matac.Nomination.Decision;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the lines of a nomination: who it is, why, what was decided, and how the score fell.
@Component
class NominationLines {
    private final Wording words;

    NominationLines(Wording words) {
        this.words = words;
    }

    /// A nomination in a list, with where it is decided for those who decide.
    Line line(Viewer viewer, Assessed assessed) {
        return line(viewer, assessed, LocalDate.MAX);
    }

    /// The same as it stood on a day, but for the scores, which are of today; nothing is decided by it when that is
    /// over.
    Line line(Viewer viewer, Assessed assessed, LocalDate day) {
        Nomination one = assessed.nomination();
        boolean decides = day.equals(LocalDate.MAX)
                && viewer.role().leads()
                && !one.possible().isEmpty();
        return new Line(
                path(one),
                who(one),
                words.the("matac.nominated", one.agency(), Days.words(one.on()), one.reason()),
                one.decisions().stream()
                        .filter(decision -> !decision.on().isAfter(day))
                        .map(this::decision)
                        .toList(),
                scores(assessed),
                decides ? "/matac/nominations/" + one.id() : "",
                words.the(one.waits() ? "matac.nomination.decide" : "matac.nomination.end"));
    }

    String path(Nomination one) {
        return "/matac/people/" + one.record() + "?basis=KNOWN_NOW";
    }

    String who(Nomination one) {
        return one.name().isEmpty() ? one.reference() : words.the("matac.who.not-born", one.name(), one.reference());
    }

    String decision(Decision one) {
        return one.approach() == null
                ? words.the("matac.decided." + one.outcome(), Days.words(one.on()), one.words())
                : words.the("matac.decided." + one.outcome(), Days.words(one.on()), one.words(), one.approach());
    }

    /// What the fall of a score means.
    List<String> know() {
        return List.of(words.the("matac.outcome.mean"), words.the("matac.outcome.alike"));
    }

    List<String> scores(Assessed assessed) {
        var lines = new ArrayList<String>();
        var now = assessed.score();
        if (now == null) {
            lines.add(words.the("matac.assessed.none"));
        } else {
            lines.add(words.the(
                    "matac.assessed", ListPages.decimal(now.printed()), words.the("matac.place." + now.place())));
        }
        Double before = assessed.before();
        Double fall = assessed.fall();
        if (assessed.nomination().isAdopted() && before != null && fall != null) {
            lines.add(words.the(
                    fall == 0 ? "matac.same" : fall < 0 ? "matac.rose" : "matac.fell",
                    ListPages.decimal(before),
                    Days.words(assessed.nomination().from()),
                    ListPages.decimal(Math.abs(fall))));
            Alike alike = assessed.alike();
            lines.add(
                    alike == null
                            ? words.the("matac.alike.none")
                            : words.the(
                                    alike.fall() < 0 ? "matac.alike.rose" : "matac.alike",
                                    alike.number(),
                                    ListPages.decimal(Math.abs(alike.fall()))));
        }
        return lines;
    }

    /// One nomination.
    ///
    /// @param decide where it is decided; empty when nothing can be
    record Line(
            String path,
            String who,
            String words,
            List<String> decisions,
            List<String> scores,
            String decide,
            String button) {}
}
