package org.witan.marac.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.HearingNow;
import org.witan.marac.Line;
import org.witan.marac.LineKind;
import org.witan.marac.Progress;
import org.witan.marac.Research;
import org.witan.meeting.Action;
import org.witan.meeting.AdviceWords;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.SmartPrompts;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes what changes of a page of the conference while a case is heard.
@Component
class LivePages {
    private static final int MINUTE = 60;
    private final HearingWords heard;
    private final AdviceWords advices;
    private final Days days;
    private final Wording words;

    LivePages(HearingWords heard, AdviceWords advices, Days days, Wording words) {
        this.heard = heard;
        this.advices = advices;
        this.days = days;
        this.words = words;
    }

    LivePage page(Viewer viewer, HearingNow now) {
        boolean leads = viewer.role().leads();
        return new LivePage(
                now.meeting().id(),
                now.item().id(),
                now.version(),
                position(now, now.item().id()),
                now.item().isHeard(),
                clock(now),
                elsewhere(now),
                leads,
                lacking(now),
                Stream.concat(now.research().stream(), now.before().stream())
                        .flatMap(this::toTick)
                        .toList(),
                now.spoken().stream()
                        .map(one -> spoken(one.agency(), one.item()))
                        .toList(),
                Stream.concat(
                                now.research().stream().map(this::answer),
                                now.before().stream().map(this::before))
                        .toList(),
                lines(now),
                now.actions().stream().map(one -> action(one, now, leads)).toList());
    }

    /// The cases of the meeting, as they are taken.
    static List<AgendaItem> cases(HearingNow now) {
        return now.agenda().stream().filter(item -> !item.off()).toList();
    }

    private String position(HearingNow now, UUID item) {
        List<UUID> cases = cases(now).stream().map(AgendaItem::id).toList();
        return words.the("marac.hearing.position", cases.indexOf(item) + 1, cases.size());
    }

    private LivePage.Clock clock(HearingNow now) {
        Progress progress = now.progress();
        boolean current = now.item().id().equals(progress.current());
        long seconds = progress.heard().toSeconds();
        return new LivePage.Clock(
                words.the("marac.hearing.clock", seconds / MINUTE, now.minutes()),
                seconds,
                (long) now.minutes() * MINUTE,
                current,
                current && progress.paused(),
                progress.runs());
    }

    private LivePage.@Nullable Elsewhere elsewhere(HearingNow now) {
        UUID current = now.progress().current();
        return current == null || current.equals(now.item().id())
                ? null
                : new LivePage.Elsewhere(
                        current,
                        words.the(
                                "marac.hearing.elsewhere",
                                cases(now).stream().map(AgendaItem::id).toList().indexOf(current) + 1));
    }

    private List<String> lacking(HearingNow now) {
        var lacking = new ArrayList<String>();
        if (now.lacksChildrensAction()) {
            lacking.add(words.the("marac.hearing.lacks.children"));
        }
        if (now.lines().stream().noneMatch(line -> line.kind() == LineKind.RISK_TO_VICTIM)) {
            lacking.add(words.the("marac.hearing.lacks.risk"));
        }
        if (now.actions().isEmpty()) {
            lacking.add(words.the("marac.hearing.lacks.actions"));
        }
        return lacking;
    }

    private Stream<LivePage.Spoken> toTick(Research research) {
        return research.items().stream()
                .filter(item -> item.isToShare() && item.sharedAt() == null)
                .map(item -> spoken(research.agencyName(), item));
    }

    private LivePage.Spoken spoken(String agency, Research.Item item) {
        return new LivePage.Spoken(
                item.id(),
                agency,
                words.the("marac.hearing.item", heard.kind(item), heard.about(item)),
                heard.said(item));
    }

    private String answer(Research research) {
        return words.the(
                research.nothingKnown() ? "marac.hearing.nothing" : "marac.hearing.answered", research.agencyName());
    }

    /// An answer for a meeting from which the case was moved.
    private String before(Research research) {
        return words.the(
                research.nothingKnown() ? "marac.hearing.nothing.before" : "marac.hearing.answered.before",
                research.agencyName(),
                Days.words(research.answeredAt()));
    }

    private List<LivePage.LineGroup> lines(HearingNow now) {
        return Arrays.stream(LineKind.values())
                .map(kind -> new LivePage.LineGroup(
                        kind.name(),
                        words.the("marac.line.kind." + kind),
                        now.lines().stream()
                                .filter(line -> line.kind() == kind)
                                .map(this::line)
                                .toList()))
                .toList();
    }

    private LivePage.LineView line(Line line) {
        return new LivePage.LineView(
                line.id(),
                line.words(),
                by(line),
                line.replaced().stream().map(Line::id).toList(),
                line.replaced().stream()
                        .map(one -> words.the("marac.hearing.line", one.words(), by(one)))
                        .toList());
    }

    /// Who wrote a line, and when.
    String by(Line line) {
        String name = Objects.requireNonNullElse(line.by(), words.the("marac.somebody"));
        return words.the("marac.hearing.by", name, Days.words(line.at()));
    }

    private LivePage.ActionLine action(Action action, HearingNow now, boolean leads) {
        return new LivePage.ActionLine(
                action.id(),
                action.shownWords(),
                heard.who(action),
                heard.state(action),
                leads ? advice(action, now) : List.of());
    }

    private List<String> advice(Action action, HearingNow now) {
        Action.Content content = action.content();
        if (content == null || action.state().closes()) {
            return List.of();
        }
        var term = new Action.Term(action.agency(), action.owner(), action.due());
        return SmartPrompts.of(term, content, days.today(), now.nextMeeting()).stream()
                .map(advices::the)
                .toList();
    }
}
