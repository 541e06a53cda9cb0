package org.witan.site.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.directory.Absence;
import org.witan.access.directory.Agreed;
import org.witan.access.directory.Awaiting;
import org.witan.site.Days;
import org.witan.site.Wording;

/// What everybody wants to know of themselves: leave, whom they stand in for, when they cease to act, and whether their
/// agency still has an agreement.
@Component
class OwnWaiting implements Waiting {
    private static final int SOON = 14;
    private static final String LEAVE = "/leave";
    private final Awaiting awaiting;
    private final Wording words;
    private final Days days;

    OwnWaiting(Awaiting awaiting, Wording words, Days days) {
        this.awaiting = awaiting;
        this.words = words;
        this.days = days;
    }

    @Override
    public String words() {
        return "work.module.own";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        awaiting.standsIn(viewer).stream().map(this::standsIn).forEach(items::add);
        awaiting.ownLeave(viewer).stream().map(this::leave).forEach(items::add);
        awaiting.ownEnd(viewer).map(this::end).ifPresent(items::add);
        awaiting.ownAgency(viewer)
                .flatMap(agency -> agreement(agency.name(), agency.agreed()))
                .ifPresent(items::add);
        return items;
    }

    private WaitingItem standsIn(Absence absence) {
        boolean now = days.until(absence.fromOn()) <= 0;
        String key = now ? "work.stands-in" : "work.will-stand-in";
        return WaitingItem.ordinary(
                Section.MINE,
                words.the(key, absence.person(), Days.words(now ? absence.untilOn() : absence.fromOn())),
                LEAVE,
                null,
                1);
    }

    private WaitingItem leave(Absence absence) {
        boolean now = days.until(absence.fromOn()) <= 0;
        String key = now ? "work.away" : "work.will-be-away";
        return WaitingItem.ordinary(
                now ? Section.MINE : Section.WATCH,
                words.the(key, absence.deputyName(), Days.words(now ? absence.untilOn() : absence.fromOn())),
                LEAVE,
                null,
                1);
    }

    private WaitingItem end(LocalDate day) {
        Section section = days.until(day) <= SOON ? Section.MINE : Section.LATER;
        return WaitingItem.ordinary(section, words.the("work.own-end"), "", day, 1);
    }

    private Optional<WaitingItem> agreement(String agency, Agreed agreed) {
        return switch (agreed.state()) {
            case NONE ->
                Optional.of(new WaitingItem(
                        Section.NOW, words.the("work.own-agreement.none", agency), Urgency.LATE, "", null, 1));
            case GRACE ->
                Optional.of(new WaitingItem(
                        Section.NOW,
                        words.the(
                                "work.own-agreement.grace",
                                agency,
                                Optional.ofNullable(agreed.seesUntil())
                                        .map(Days::words)
                                        .orElse("")),
                        Urgency.LATE,
                        "",
                        agreed.until(),
                        1));
            case ENDING ->
                Optional.of(WaitingItem.ordinary(
                        Section.WATCH, words.the("work.own-agreement.ends", agency), "", agreed.until(), 1));
            case IN_FORCE -> Optional.empty();
        };
    }
}
