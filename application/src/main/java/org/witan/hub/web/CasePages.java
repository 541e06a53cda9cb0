package org.witan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.hub.HubCase;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.Need;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Wording;

/// Makes the page of a case.
@Component
class CasePages {
    private final HubLines lines;
    private final CaseFactWords facts;
    private final CaseLinks links;
    private final Pictures pictures;
    private final Wording words;
    private final Days days;

    CasePages(HubLines lines, CaseFactWords facts, CaseLinks links, Pictures pictures, Wording words, Days days) {
        this.lines = lines;
        this.facts = facts;
        this.links = links;
        this.pictures = pictures;
        this.words = words;
        this.days = days;
    }

    /// A case with all that is open of it.
    CasePage page(Viewer viewer, HubCaseInFull found) {
        HubCase line = found.line();
        return new CasePage(
                line.id(),
                lines.who(line),
                line.reference(),
                words.the("hub.state." + line.state(), Days.words(line.since())),
                notices(found),
                facts.facts(found),
                found.story() == null ? List.of() : facts.story(found.story()),
                found.requests().stream().map(this::request).toList(),
                pictures.of(found),
                remarks(found),
                found.actions().stream().map(lines::action).toList(),
                history(found),
                links.of(viewer, found));
    }

    private List<String> notices(HubCaseInFull found) {
        var all = new ArrayList<String>();
        if (found.line().urgent()) {
            all.add(words.the("hub.case.urgent"));
        }
        if (found.restricted()) {
            all.add(words.the("hub.case.restricted"));
        }
        found.goingOn()
                .ifPresent(step -> all.add(words.the("hub.case.stepped-up." + step.to(), Days.words(step.at()))));
        return all;
    }

    private RequestLine request(HubCaseInFull.Request one) {
        boolean late = one.known() == null && one.due().isBefore(days.today());
        String state = one.known() == null
                ? words.the(
                        late ? "hub.request.late" : "hub.request.waits", Days.words(one.due()), lines.away(one.due()))
                : words.the("hub.known." + one.known());
        return new RequestLine(
                one.id(),
                one.agencyName(),
                state,
                one.words(),
                words.the("hub.request.purpose", one.purpose()),
                one.answeredAt() == null ? "" : words.the("hub.by", one.answeredBy(), Days.words(one.answeredAt())),
                late,
                one.mine(),
                one.known() != null);
    }

    private List<String> remarks(HubCaseInFull found) {
        return found.measurements().stream()
                .map(one -> words.the(
                        "hub.measured",
                        words.the("hub.occasion." + one.occasion()),
                        Days.words(one.on()),
                        words.the(one.withPerson() ? "hub.picture.with" : "hub.picture.about"),
                        one.by(),
                        one.agency(),
                        numbers(found, one),
                        one.words()))
                .toList();
    }

    private String numbers(HubCaseInFull found, HubCaseInFull.Measurement one) {
        var numbers = new ArrayList<String>();
        for (Need need : found.needs()) {
            Integer value = one.values().get(need.code());
            if (value != null) {
                numbers.add(words.the("hub.measured.need", need.words(), value));
            }
        }
        return String.join(", ", numbers);
    }

    private List<String> history(HubCaseInFull found) {
        var all = new ArrayList<String>();
        found.decisions()
                .forEach(one -> all.add(words.the(
                        one.urgent() ? "hub.history.ADDED.urgent" : "hub.history." + one.step(),
                        one.reason(),
                        one.words(),
                        one.by(),
                        Days.words(one.at()))));
        found.steps().forEach(step -> {
            all.add(words.the(
                    "hub.history.step",
                    words.the("hub.step." + step.to()),
                    step.words(),
                    step.by(),
                    Days.words(step.at())));
            step.ends()
                    .forEach(end -> all.add(
                            words.the("hub.history.end." + end.how(), end.words(), end.by(), Days.words(end.at()))));
        });
        return all;
    }

    /// What an agency was asked, and answered.
    record RequestLine(
            UUID id,
            String agency,
            String state,
            String words,
            String purpose,
            String by,
            boolean late,
            boolean mine,
            boolean answered) {}

    /// A case with all that is open of it.
    record CasePage(
            UUID id,
            String who,
            String reference,
            String state,
            List<String> notices,
            List<CaseFactWords.Fact> facts,
            List<CaseFactWords.Fact> story,
            List<RequestLine> requests,
            @Nullable Drawn picture,
            List<String> remarks,
            List<HubLines.ActionLine> actions,
            List<String> history,
            List<CaseLinks.CaseLink> links) {}
}
