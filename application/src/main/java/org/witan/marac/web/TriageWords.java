package org.witan.marac.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.CheckingAreas;
import org.witan.marac.Emergencies;
import org.witan.marac.Referral;
import org.witan.marac.TriageOutcome;
import org.witan.marac.Unlisted;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.people.WaitingMatches;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says beside a referral in triage where the victim lives, by when an emergency meeting is to be held, and what an
/// accepted case waits for.
@Component
class TriageWords {
    private final CheckingAreas areas;
    private final Emergencies emergencies;
    private final WaitingMatches matches;
    private final Wording words;
    private final Clock clock;

    TriageWords(CheckingAreas areas, Emergencies emergencies, WaitingMatches matches, Wording words, Clock clock) {
        this.areas = areas;
        this.emergencies = emergencies;
        this.matches = matches;
        this.words = words;
        this.clock = clock;
    }

    /// What was accepted and stands on no agenda to come.
    ///
    /// @param marks why it presses
    /// @param late whether the time for an emergency meeting is over
    record Accepted(UUID id, String reference, List<String> marks, String words, boolean late) {}

    Accepted unlisted(Unlisted one) {
        var marks = new ArrayList<String>();
        var byWhen = one.byWhen();
        boolean late = byWhen != null && byWhen.isBefore(clock.instant());
        if (byWhen != null) {
            marks.add(words.the("marac.unlisted.emergency"));
        }
        if (one.repeat()) {
            marks.add(words.the("marac.unlisted.repeat"));
        }
        String accepted = words.the("marac.unlisted.accepted", Days.words(one.decidedAt()));
        String when = byWhen == null
                ? ""
                : " "
                        + words.the(
                                late ? "marac.unlisted.emergency.late" : "marac.unlisted.emergency.by",
                                Days.words(byWhen));
        String missed = one.missed() ? " " + words.the("marac.unlisted.missed") : "";
        return new Accepted(one.referral(), one.reference(), marks, accepted + when + missed, late);
    }

    String area(Viewer viewer, Referral referral) {
        CheckingAreas.Found found = areas.check(viewer, referral);
        return words.the("marac.area." + found.where(), String.join(", ", found.boards()));
    }

    /// How many possible matches of its victim and alleged perpetrators wait to be checked, as a repeat can hide
    /// there. Empty when none does.
    String matches(Viewer viewer, Referral referral) {
        int waiting = matches.countOf(
                viewer,
                referral.persons().stream()
                        .map(Referral.Person::record)
                        .filter(one -> one.standing() == Standing.VICTIM || one.standing() == Standing.PERPETRATOR)
                        .map(SourceRecord::id)
                        .toList());
        return waiting == 0 ? "" : words.the("marac.decide.matches", waiting);
    }

    /// Empty when no emergency was decided.
    List<String> emergency(Viewer viewer, Referral referral) {
        if (referral.decision()
                .filter(one -> one.outcome() == TriageOutcome.EMERGENCY)
                .isEmpty()) {
            return List.of();
        }
        Emergencies.Calling calling = emergencies.calling(viewer, referral.id());
        var lines = new ArrayList<String>();
        lines.add(words.the("marac.emergency.by", Days.words(calling.byWhen())));
        calling.held()
                .forEach(one -> lines.add(words.the(
                        one.heard() ? "marac.emergency.held" : "marac.emergency.called", Days.words(one.day()))));
        lines.addAll(core(calling));
        return lines;
    }

    /// The core agencies of each board.
    List<String> core(Emergencies.Calling calling) {
        return calling.boards().stream()
                .map(board -> board.agencies().isEmpty()
                        ? words.the("marac.emergency.core.none", board.name())
                        : words.the("marac.emergency.core", board.name(), String.join(", ", board.agencies())))
                .toList();
    }
}
