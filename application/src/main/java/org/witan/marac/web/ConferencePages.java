package org.witan.marac.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Conferring;
import org.witan.marac.FlaggedCase;
import org.witan.marac.Hearing;
import org.witan.marac.Line;
import org.witan.marac.LineKind;
import org.witan.marac.Research;
import org.witan.marac.web.HearingPage.ActionLine;
import org.witan.marac.web.HearingPage.LineGroup;
import org.witan.marac.web.HearingPage.Spoken;
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Happening;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Makes the pages of the conference.
@Component
class ConferencePages {
    private final ReferralPages referrals;
    private final Wording words;
    private final Clock clock;

    ConferencePages(ReferralPages referrals, Wording words, Clock clock) {
        this.referrals = referrals;
        this.words = words;
        this.clock = clock;
    }

    /// A form for a new line, with the id that it will have.
    Map<String, List<String>> fresh() {
        return Map.of("id", List.of(Identity.at(clock.instant()).toString()));
    }

    ComingMeeting coming(Conferring.Coming coming) {
        return new ComingMeeting(
                coming.meeting().id(),
                words.the(
                        "marac.hearing.meeting",
                        coming.meeting().boardName(),
                        Days.words(coming.meeting().startsAt())),
                coming.cases().stream()
                        .map(item -> new ComingCase(item.id(), item.reference(), isHeard(item)))
                        .toList(),
                lapsed(coming.lapsed()),
                coming.emergencies().stream()
                        .map(one -> new Notice(
                                one.referral(),
                                one.reference(),
                                words.the(
                                        one.heard() ? "marac.emergency.held" : "marac.emergency.called",
                                        Days.words(one.day()))))
                        .toList());
    }

    private List<Notice> lapsed(List<FlaggedCase> all) {
        return all.stream()
                .map(one -> new Notice(
                        one.referral(),
                        one.reference(),
                        words.the("marac.lapsed.line", Days.words(one.metOn()), Days.words(one.until()))))
                .toList();
    }

    /// A case of which the meeting is told: its window ended, or an emergency meeting was held.
    record Notice(UUID referral, String reference, String words) {}

    /// A conference to come, with its cases.
    record ComingMeeting(
            UUID id, String words, List<ComingCase> cases, List<Notice> lapsed, List<Notice> emergencies) {}

    /// One of its cases.
    record ComingCase(UUID item, String reference, boolean heard) {}

    HearingPage page(Viewer viewer, Hearing hearing, Form form) {
        List<AgendaItem> cases =
                hearing.agenda().stream().filter(item -> !item.off()).toList();
        int at = cases.stream()
                .map(AgendaItem::id)
                .toList()
                .indexOf(hearing.item().id());
        return new HearingPage(
                hearing.meeting().id(),
                hearing.item().id(),
                words.the(
                        "marac.hearing.meeting",
                        hearing.meeting().boardName(),
                        Days.words(hearing.meeting().startsAt())),
                words.the("marac.hearing.position", at + 1, cases.size()),
                isHeard(hearing.item()),
                referrals.page(viewer, hearing.referral()),
                lacking(hearing),
                hearing.research().stream().flatMap(this::toTick).toList(),
                hearing.spoken().stream()
                        .map(one -> spoken(one.agency(), one.item()))
                        .toList(),
                hearing.research().stream().map(this::answer).toList(),
                lines(hearing),
                hearing.actions().stream().map(this::action).toList(),
                viewer.role() == Role.COORDINATOR || viewer.role() == Role.CHAIR,
                at > 0 ? cases.get(at - 1).id() : null,
                at >= 0 && at + 1 < cases.size() ? cases.get(at + 1).id() : null,
                form.problems(),
                form.value("id"),
                form.field("kind", kinds()),
                form.text("words"));
    }

    private List<String> lacking(Hearing hearing) {
        var lacking = new ArrayList<String>();
        if (hearing.lacksChildrensAction()) {
            lacking.add(words.the("marac.hearing.lacks.children"));
        }
        if (hearing.lines().stream().noneMatch(line -> line.kind() == LineKind.RISK_TO_VICTIM)) {
            lacking.add(words.the("marac.hearing.lacks.risk"));
        }
        if (hearing.actions().isEmpty()) {
            lacking.add(words.the("marac.hearing.lacks.actions"));
        }
        return lacking;
    }

    private Stream<Spoken> toTick(Research research) {
        return research.items().stream()
                .filter(item -> item.isToShare() && item.sharedAt() == null)
                .map(item -> spoken(research.agencyName(), item));
    }

    private Spoken spoken(String agency, Research.Item item) {
        String kind = words.the("marac.research.kind." + (item.isFact() ? "FACT" : "OPINION"));
        return new Spoken(
                item.id(),
                agency,
                words.the("marac.hearing.item", kind, words.the("people.standing." + item.about())),
                Stream.of(item.happened(), item.words(), item.relevance())
                        .filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + ". " + other)
                        .orElse(""));
    }

    private String answer(Research research) {
        return words.the(
                research.nothingKnown() ? "marac.hearing.nothing" : "marac.hearing.answered", research.agencyName());
    }

    private List<LineGroup> lines(Hearing hearing) {
        return Arrays.stream(LineKind.values())
                .map(kind -> new LineGroup(
                        words.the("marac.line.kind." + kind),
                        hearing.lines().stream()
                                .filter(line -> line.kind() == kind)
                                .map(this::line)
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private String line(Line line) {
        String by = Objects.requireNonNullElse(line.by(), words.the("marac.somebody"));
        return words.the("marac.hearing.line", line.words(), by, Days.words(line.at()));
    }

    private ActionLine action(Action action) {
        var due = action.due();
        return new ActionLine(
                action.id(),
                action.shownWords(),
                words.the(
                        "marac.hearing.who",
                        orNobody(action.agencyName()),
                        due == null ? words.the("marac.hearing.no-date") : Days.words(due)),
                words.the("meeting.state." + action.state()));
    }

    private String orNobody(@Nullable String agency) {
        return agency == null || agency.isEmpty() ? words.the("marac.hearing.nobody") : agency;
    }

    private List<Field.Choice> kinds() {
        return Arrays.stream(LineKind.values())
                .map(kind -> new Field.Choice(kind.name(), words.the("marac.line.kind." + kind)))
                .toList();
    }

    private static boolean isHeard(AgendaItem item) {
        return item.events().stream().anyMatch(event -> event.what() == Happening.HEARD);
    }
}
