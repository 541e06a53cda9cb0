package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Shown;
import org.witan.access.TrailKey;
import org.witan.access.Viewer;
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Happening;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Meeting;
import org.witan.meeting.OpenActions;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Setting;

/// Gathers what a conference hears of a referral. Asked inside a witnessed piece of work.
@Component
class Hearings {
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final OpenActions actions;
    private final KeepingBoards boards;
    private final ReadingReferrals reading;
    private final Researches researches;
    private final Lines lines;
    private final Turns turns;
    private final TrailKey keys;
    private final Clock clock;

    Hearings(
            Scheduling scheduling,
            Agenda agenda,
            OpenActions actions,
            KeepingBoards boards,
            ReadingReferrals reading,
            Researches researches,
            Lines lines,
            Turns turns,
            TrailKey keys,
            Clock clock) {
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.actions = actions;
        this.boards = boards;
        this.reading = reading;
        this.researches = researches;
        this.lines = lines;
        this.turns = turns;
        this.keys = keys;
        this.clock = clock;
    }

    /// An item of a referral that is on an agenda.
    ///
    /// @throws Absent when there is none for whoever looks
    AgendaItem theItem(Shown shown, UUID meeting, UUID id) {
        AgendaItem item = agenda.item(shown, id);
        if (!item.meeting().equals(meeting) || item.off() || !reading.exists(item.record())) {
            throw new Absent();
        }
        return item;
    }

    /// Lets whoever withdraws or lists the same referral at the same moment wait; the item is to be asked for again.
    void hold(AgendaItem item) {
        reading.hold(item.record());
    }

    /// Those items of a meeting that are referrals, in the order in which they are taken.
    List<AgendaItem> referrals(Shown shown, UUID meeting) {
        List<AgendaItem> items = agenda.of(shown, meeting);
        Set<UUID> referrals =
                reading.among(items.stream().map(AgendaItem::record).toList());
        return inTurn(
                items.stream().filter(item -> referrals.contains(item.record())).toList());
    }

    /// The same of meetings that whoever looks has found, by meeting.
    Map<UUID, List<AgendaItem>> referrals(Shown shown, List<Meeting> meetings) {
        Map<UUID, List<AgendaItem>> agendas = agenda.of(shown, meetings);
        Set<UUID> referrals = reading.among(agendas.values().stream()
                .flatMap(List::stream)
                .map(AgendaItem::record)
                .toList());
        return agendas.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> inTurn(one.getValue().stream()
                                .filter(item -> referrals.contains(item.record()))
                                .toList())));
    }

    /// In the order of the agenda; what was put off comes last, what was put off first before the others.
    private static List<AgendaItem> inTurn(List<AgendaItem> items) {
        return items.stream().sorted(Comparator.comparing(Hearings::putOff)).toList();
    }

    /// When it was put off last; long ago when it never was.
    private static Instant putOff(AgendaItem item) {
        return item.events().stream()
                .filter(event -> event.what() == Happening.TAKEN_LATER)
                .map(AgendaItem.Event::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    HearingNow now(Shown shown, UUID meeting, AgendaItem item) {
        return now(shown, scheduling.the(shown, meeting), referrals(shown, meeting), item);
    }

    HearingNow now(Shown shown, Meeting meeting, List<AgendaItem> items, AgendaItem item) {
        return new HearingNow(
                meeting,
                items,
                item,
                turns.version(item.id(), item.record()).orElse(null),
                Progress.of(turns.of(meeting.id()), item.id(), clock.instant()),
                boards.settings(shown, meeting.board()).value(Setting.CASE_MINUTES),
                reading.hasChildren(item.record()),
                researches.of(meeting.id(), item.record()),
                researches.before(meeting.id(), item.record()),
                researches.spoken(meeting.id(), item.record()),
                lines.of(item.id()),
                actions.within(shown, item.record()),
                next(meeting));
    }

    Hearing inFull(Viewer viewer, Shown shown, HearingNow now) {
        boolean writes = viewer.role().leads();
        return new Hearing(
                now,
                reading.inFull(now.item().record(), shown),
                writes ? boards.agencies(shown) : List.of(),
                writes ? key(viewer) : "");
    }

    /// Without what only a page needs on which somebody writes.
    Hearing toRead(Shown shown, HearingNow now) {
        return new Hearing(now, reading.inFull(now.item().record(), shown), List.of(), "");
    }

    /// The same on all nodes and in every session of the same person, so that what waits can be read by them alone.
    private String key(Viewer viewer) {
        return Base64.getEncoder().encodeToString(keys.derived("page of a conference: " + viewer.account()));
    }

    private @Nullable LocalDate next(Meeting meeting) {
        return scheduling
                .nextAfter(meeting.board(), meeting.startsAt())
                .map(Meeting::day)
                .orElse(null);
    }
}
