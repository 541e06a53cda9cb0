package org.witan.marac.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.FlaggedCase;
import org.witan.marac.Hearing;
import org.witan.marac.LineKind;
import org.witan.marac.Minutes;
import org.witan.marac.ReadingMinutes;
import org.witan.marac.ReadingMinutes.ActionList;
import org.witan.marac.Research;
import org.witan.marac.web.MinutesPage.ActionLine;
import org.witan.marac.web.MinutesPage.CaseLine;
import org.witan.marac.web.MinutesPage.Group;
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.Mark;
import org.witan.meeting.Meeting;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.QuorumWords;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes minutes and action lists out of what a conference was.
@Component
class MinutesPages {
    private final HearingWords heard;
    private final QuorumWords quorums;
    private final OrderPages orders;
    private final Wording words;
    private final Clock clock;

    MinutesPages(HearingWords heard, QuorumWords quorums, OrderPages orders, Wording words, Clock clock) {
        this.heard = heard;
        this.quorums = quorums;
        this.orders = orders;
        this.words = words;
        this.clock = clock;
    }

    MinutesPage minutes(Minutes minutes) {
        return new MinutesPage(
                minutes.meeting().id(),
                title(minutes.meeting()),
                stands(minutes.meeting()),
                isSendable(minutes.meeting()),
                facts(minutes.meeting()),
                quorums.the(minutes.quorum()),
                attendance(minutes.attendance()),
                minutes.outstanding().stream()
                        .map(one -> from(one, Objects.requireNonNullElse(one.withinReference(), "")))
                        .toList(),
                minutes.cases().stream().map(this::heard).toList(),
                minutes.lapsed().stream().map(this::lapsed).toList(),
                said(minutes.meeting(), minutes.business().standing()),
                said(minutes.meeting(), minutes.business().decided()));
    }

    ActionListPage actions(ActionList list) {
        var agencies = list.actions().stream()
                .collect(Collectors.groupingBy(
                        one -> heard.orNobody(one.agencyName()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                one -> action(
                                        one, Objects.requireNonNullElse(one.withinReference(), ""), list.meeting()),
                                Collectors.toList())));
        return new ActionListPage(
                list.meeting().id(),
                title(list.meeting()),
                agencies.entrySet().stream()
                        .map(one -> new ActionListPage.OfAgency(one.getKey(), one.getValue()))
                        .toList());
    }

    LapsedPage lapsed(ReadingMinutes.Lapsed told) {
        return new LapsedPage(
                told.meeting().id(),
                title(told.meeting()),
                told.cases().stream()
                        .map(one -> new LapsedPage.Case(one.referral(), one.reference(), FlagPages.lapsed(words, one)))
                        .toList());
    }

    /// Cases whose window ended, as a conference is told of them.
    record LapsedPage(UUID meeting, String title, List<Case> cases) {
        record Case(UUID referral, String reference, String words) {}
    }

    private List<String> said(Meeting meeting, List<OtherBusiness.Said> all) {
        return all.stream()
                .map(one -> asOf(meeting.minutesOutAt(), one.words(), one.at()))
                .toList();
    }

    private String lapsed(FlaggedCase one) {
        return one.reference() + ": " + FlagPages.lapsed(words, one);
    }

    private String title(Meeting meeting) {
        return words.the("marac.hearing.meeting", meeting.boardName(), Days.words(meeting.startsAt()));
    }

    private String stands(Meeting meeting) {
        Instant out = meeting.minutesOutAt();
        return out == null ? words.the("marac.minutes.not-out") : words.the("marac.minutes.out", Days.words(out));
    }

    private boolean isSendable(Meeting meeting) {
        return meeting.keeps() && !meeting.cancelled() && meeting.hasBegun(clock.instant());
    }

    private List<String> facts(Meeting meeting) {
        String cancelled = meeting.cancelledBecause();
        return Stream.of(
                        meeting.place(),
                        words.the("marac.minutes.lasts", meeting.minutes()),
                        cancelled == null ? "" : words.the("marac.minutes.cancelled", cancelled))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Group> attendance(List<Attendance> all) {
        Predicate<Attendance> observer = one -> one.capacity() == Capacity.OBSERVER;
        Predicate<Attendance> chair = one -> one.capacity() == Capacity.CHAIR && one.came() == Came.PRESENT;
        Group chaired = group("marac.minutes.chaired", all, chair);
        return Stream.of(
                        chaired.lines().isEmpty()
                                ? new Group(chaired.heading(), List.of(words.the("marac.minutes.no-chair")))
                                : chaired,
                        group(
                                "marac.minutes.present",
                                all,
                                observer.or(chair).negate().and(one -> one.came() == Came.PRESENT)),
                        group("marac.minutes.observers", all, observer.and(one -> one.came() == Came.PRESENT)),
                        group("marac.minutes.apologies", all, one -> one.came() == Came.APOLOGIES),
                        group("marac.minutes.absent", all, one -> one.came() == Came.ABSENT))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private Group group(String heading, List<Attendance> all, Predicate<Attendance> which) {
        return new Group(
                words.the(heading),
                all.stream().filter(which).map(this::somebody).toList());
    }

    private String somebody(Attendance one) {
        var sent = one.informationSentOn();
        var more = Stream.of(
                        one.capacity() == Capacity.DEPUTY ? words.the("meeting.capacity.DEPUTY") : "",
                        sent == null ? "" : words.the("marac.minutes.sent", Days.words(sent)),
                        one.unsigned() ? words.the("marac.minutes.unsigned") : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return words.the(
                more.isEmpty() ? "marac.minutes.somebody" : "marac.minutes.somebody.more",
                one.name(),
                one.agencyName(),
                more);
    }

    private CaseLine heard(Hearing hearing) {
        return new CaseLine(
                hearing.referral().reference(),
                told(hearing),
                spoken(hearing),
                Stream.concat(
                                Stream.of(new Group(
                                        words.the("marac.minutes.decided"),
                                        hearing.item().decisions().stream()
                                                .map(one ->
                                                        asOf(hearing.meeting().minutesOutAt(), one.words(), one.at()))
                                                .toList())),
                                Arrays.stream(LineKind.values())
                                        .map(kind -> new Group(
                                                words.the("marac.line.kind." + kind),
                                                hearing.lines().stream()
                                                        .filter(line -> line.kind() == kind)
                                                        .map(line -> asOf(
                                                                hearing.meeting()
                                                                        .minutesOutAt(),
                                                                line.words(),
                                                                line.at()))
                                                        .toList())))
                        .filter(group -> !group.lines().isEmpty())
                        .toList(),
                hearing.actions().stream()
                        .map(one -> action(one, "", hearing.meeting()))
                        .toList());
    }

    /// What came after the minutes went out says so.
    private String asOf(@Nullable Instant out, String text, Instant written) {
        return out != null && written.isAfter(out) ? words.the("marac.minutes.later", text, Days.words(written)) : text;
    }

    private List<String> told(Hearing hearing) {
        String from = hearing.referral().from();
        return Stream.concat(
                        Stream.of(
                                from == null ? "" : words.the("marac.transfer.from", from),
                                hearing.item().marks().contains(Mark.REPEAT) ? words.the("meeting.mark.REPEAT") : "",
                                hearing.item().isHeard() ? "" : words.the("marac.minutes.not-heard"),
                                hearing.item().left().map(this::left).orElse(""),
                                hearing.lacksChildrensAction() ? words.the("marac.hearing.lacks.children") : ""),
                        Stream.concat(
                                hearing.item().takenBack().stream().map(this::takenBack),
                                hearing.referral().orders().stream()
                                        .map(order -> orders.asOf(
                                                order, hearing.meeting().day()))))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// That it was moved to another meeting, or taken off.
    private String left(AgendaItem.Event event) {
        return words.the(
                "marac.minutes.left." + event.what(),
                Days.words(event.at()),
                event.by().isEmpty() ? words.the("marac.somebody") : event.by(),
                event.words());
    }

    /// What is in the minutes is put right by saying so.
    private String takenBack(AgendaItem.Event event) {
        return words.the(
                "marac.minutes.taken-back",
                Days.words(event.at()),
                event.by().isEmpty() ? words.the("marac.somebody") : event.by(),
                event.words());
    }

    private List<Group> spoken(Hearing hearing) {
        return hearing.spoken().stream()
                .collect(Collectors.groupingBy(
                        Hearing.Spoken::agency,
                        LinkedHashMap::new,
                        Collectors.mapping(one -> item(one.item()), Collectors.toList())))
                .entrySet()
                .stream()
                .map(one -> new Group(one.getKey(), one.getValue()))
                .toList();
    }

    private String item(Research.Item item) {
        return words.the("marac.minutes.item", heard.kind(item), heard.about(item), heard.said(item));
    }

    private ActionLine action(Action action, String of, Meeting agreedAt) {
        return line(action, of, asOf(agreedAt.minutesOutAt(), named(action), action.made()));
    }

    /// An action from before.
    private ActionLine from(Action action, String of) {
        return line(action, of, named(action));
    }

    private static String named(Action action) {
        return action.shownWords().isEmpty() ? action.reference() : action.shownWords();
    }

    private ActionLine line(Action action, String of, String text) {
        return new ActionLine(text, heard.who(action), of, heard.state(action));
    }
}
