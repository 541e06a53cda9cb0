package org.witan.hub.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubCase;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.HubCaseInFull.Consent;
import org.witan.hub.HubCaseInFull.Home;
import org.witan.hub.HubCaseInFull.Story;
import org.witan.hub.Need;
import org.witan.hub.ReadingHub;
import org.witan.meeting.Action;
import org.witan.meeting.Deadlines;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Wording;

/// Makes the lines and pages of the hub.
@Component
class HubPages {
    private final Pictures pictures;
    private final Wording words;
    private final Days days;

    HubPages(Pictures pictures, Wording words, Days days) {
        this.pictures = pictures;
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
    MeetingLine line(ReadingHub.Dated dated) {
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

    /// A case with all that is open of it.
    CasePage page(Viewer viewer, HubCaseInFull found) {
        HubCase line = found.line();
        return new CasePage(
                line.id(),
                who(line),
                line.reference(),
                words.the("hub.state." + line.state(), Days.words(line.since())),
                notices(found),
                facts(found),
                found.story() == null ? List.of() : story(found.story()),
                found.requests().stream().map(this::request).toList(),
                pictures.of(found),
                remarks(found),
                found.actions().stream().map(this::action).toList(),
                history(found),
                links(viewer, found));
    }

    private List<String> notices(HubCaseInFull found) {
        var lines = new ArrayList<String>();
        if (found.line().urgent()) {
            lines.add(words.the("hub.case.urgent"));
        }
        if (found.restricted()) {
            lines.add(words.the("hub.case.restricted"));
        }
        found.goingOn()
                .ifPresent(step -> lines.add(words.the("hub.case.stepped-up." + step.to(), Days.words(step.at()))));
        return lines;
    }

    private List<Fact> facts(HubCaseInFull found) {
        HubCase line = found.line();
        var facts = new ArrayList<Fact>();
        add(facts, "referred", words.the("hub.fact.by", line.agencyName(), Days.words(line.referredOn())));
        if (!found.needs().isEmpty()) {
            facts.add(new Fact(
                    words.the("hub.fact.needs"),
                    found.needs().stream().map(Need::words).toList()));
        }
        if (!found.contact().isEmpty()) {
            add(facts, "contact", found.contact());
        }
        Home home = found.home();
        if (home != null && !(home.lines() + home.postcode()).isEmpty()) {
            add(facts, "home", (home.lines() + " " + home.postcode()).strip());
        }
        if (!found.children().isEmpty()) {
            facts.add(new Fact(
                    words.the("hub.fact.children"),
                    found.children().stream()
                            .map(child -> (child.name() + " " + child.born()).strip())
                            .toList()));
        }
        Consent consent = found.consent();
        if (consent != null) {
            add(
                    facts,
                    "consent",
                    consent.given()
                            ? words.the("hub.fact.consent.YES")
                            : words.the("hub.fact.consent.NO", consent.words()));
        }
        if (line.isOpen()) {
            add(facts, "lead", Objects.requireNonNullElse(line.leadName(), words.the("hub.fact.lead.none")));
            LocalDate review = line.reviewOn();
            add(
                    facts,
                    "review",
                    review == null
                            ? words.the("hub.fact.review.none")
                            : words.the("hub.fact.day", Days.words(review), away(review)));
        }
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(words.the("hub.fact." + key), List.of(value)));
    }

    private List<Fact> story(Story story) {
        var facts = new ArrayList<Fact>();
        add(facts, "concerns", story.concerns());
        add(facts, "tried", story.tried());
        if (!story.urgentBecause().isEmpty()) {
            add(facts, "urgent", story.urgentBecause());
        }
        return facts;
    }

    private RequestLine request(HubCaseInFull.Request one) {
        boolean late = one.known() == null && one.due().isBefore(days.today());
        String state = one.known() == null
                ? words.the(late ? "hub.request.late" : "hub.request.waits", Days.words(one.due()), away(one.due()))
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

    private List<String> history(HubCaseInFull found) {
        var lines = new ArrayList<String>();
        found.decisions()
                .forEach(one -> lines.add(words.the(
                        one.urgent() ? "hub.history.ADDED.urgent" : "hub.history." + one.step(),
                        one.reason(),
                        one.words(),
                        one.by(),
                        Days.words(one.at()))));
        found.steps().forEach(step -> {
            lines.add(words.the(
                    "hub.history.step",
                    words.the("hub.step." + step.to()),
                    step.words(),
                    step.by(),
                    Days.words(step.at())));
            step.ends()
                    .forEach(end -> lines.add(
                            words.the("hub.history.end." + end.how(), end.words(), end.by(), Days.words(end.at()))));
        });
        return lines;
    }

    private List<CaseLink> links(Viewer viewer, HubCaseInFull found) {
        String path = "/hub/cases/" + found.line().id() + "/";
        var step = found.goingOn();
        if (viewer.role() == Role.COORDINATOR) {
            return step.filter(HubCaseInFull.Step::waits).stream()
                    .flatMap(one ->
                            Stream.of(link(path + "settle/" + one.id(), "settle"), link("/refer", "refer-to-marac")))
                    .toList();
        }
        if (found.keeps()) {
            return switch (found.line().state()) {
                case WAITS -> List.of(link(path + "add", "add"), link(path + "not-add", "not-add"));
                case OPEN -> {
                    var links = new ArrayList<>(List.of(
                            link(path + "lead", "lead"),
                            link(path + "ask", "ask"),
                            link(path + "actions", "actions"),
                            link(path + "measure", "measure"),
                            link(path + "review-day", "review-day"),
                            link(path + "add", "add-again")));
                    links.add(
                            step.isEmpty()
                                    ? link(path + "step-up", "step-up")
                                    : link(path + "step-down/" + step.get().id(), "step-down"));
                    links.add(link(path + "remove", "remove"));
                    yield links;
                }
                case NOT_ADDED, REMOVED -> List.of();
            };
        }
        return found.leads() && found.line().isOpen()
                ? List.of(link(path + "measure", "measure"), link(path + "review-day", "review-day"))
                : List.of();
    }

    private CaseLink link(String path, String key) {
        return new CaseLink(path, words.the("hub.do." + key));
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

    /// A fact with its details.
    record Fact(String term, List<String> details) {}

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

    /// An action on one line.
    record ActionLine(UUID id, String words, String agency, String state, String due, boolean mine) {}

    /// Something that can be done about a case.
    record CaseLink(String path, String words) {}

    /// A case with all that is open of it.
    record CasePage(
            UUID id,
            String who,
            String reference,
            String state,
            List<String> notices,
            List<Fact> facts,
            List<Fact> story,
            List<RequestLine> requests,
            @Nullable Drawn picture,
            List<String> remarks,
            List<ActionLine> actions,
            List<String> history,
            List<CaseLink> links) {}
}
