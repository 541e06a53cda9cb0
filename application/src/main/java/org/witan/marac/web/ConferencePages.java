package org.witan.marac.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.Conferring;
import org.witan.marac.Contact;
import org.witan.marac.Hearing;
import org.witan.marac.Line;
import org.witan.marac.LineKind;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.Area;
import org.witan.meeting.Meeting;
import org.witan.meeting.Subject;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Makes the pages of the conference.
@Component
class ConferencePages {
    private final ReferralPages referrals;
    private final LivePages live;
    private final ContactWords contacts;
    private final Wording words;
    private final Clock clock;

    ConferencePages(ReferralPages referrals, LivePages live, ContactWords contacts, Wording words, Clock clock) {
        this.referrals = referrals;
        this.live = live;
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /// A form for something new, with the id that it will have.
    Map<String, List<String>> fresh() {
        return Map.of("id", List.of(newId().toString()));
    }

    /// An id for something that a page gave none.
    UUID newId() {
        return Identity.at(clock.instant());
    }

    ComingMeeting coming(Conferring.Coming coming) {
        return new ComingMeeting(
                coming.meeting().id(),
                meeting(coming.meeting()),
                coming.cases().stream()
                        .map(item -> new ComingCase(item.id(), item.reference(), item.isHeard()))
                        .toList(),
                !coming.meeting().coreOnly(),
                coming.emergencies().stream()
                        .map(one -> new Notice(
                                one.referral(),
                                one.reference(),
                                words.the(
                                        one.heard() ? "marac.emergency.held" : "marac.emergency.called",
                                        Days.words(one.day()))))
                        .toList());
    }

    /// A case of which the meeting is told.
    record Notice(UUID referral, String reference, String words) {}

    /// A conference to come, with its cases.
    ///
    /// @param ordinary whether its board is told with it of what lapses and of emergencies
    record ComingMeeting(UUID id, String words, List<ComingCase> cases, boolean ordinary, List<Notice> emergencies) {}

    /// One of its cases.
    record ComingCase(UUID item, String reference, boolean heard) {}

    HearingPage page(Viewer viewer, Hearing hearing, Form line, Form action) {
        List<UUID> cases =
                LivePages.cases(hearing.now()).stream().map(AgendaItem::id).toList();
        int at = cases.indexOf(hearing.item().id());
        boolean writes = viewer.role().leads();
        return new HearingPage(
                live.page(viewer, hearing.now()),
                meeting(hearing.meeting()),
                referrals.page(viewer, hearing.referral()),
                hearing.key(),
                at > 0 ? cases.get(at - 1) : null,
                at >= 0 && at + 1 < cases.size() ? cases.get(at + 1) : null,
                Stream.concat(line.problems().stream(), action.problems().stream())
                        .toList(),
                changed(hearing, line),
                writes ? lineForm(hearing, line) : null,
                writes ? actionForm(hearing, action) : null);
    }

    private HearingPage.LineForm lineForm(Hearing hearing, Form form) {
        return new HearingPage.LineForm(
                form.value("id"),
                standing(hearing, form)
                        .map(one -> one.id().toString())
                        .findFirst()
                        .orElse(""),
                form.field("kind", words.choices("marac.line.kind", LineKind.values())),
                form.text("words"));
    }

    /// The line that stands where somebody means to put one right.
    private static Stream<Line> standing(Hearing hearing, Form form) {
        UUID corrects = Ids.read(form.value("corrects"));
        return hearing.lines().stream()
                .filter(line -> line.id().equals(corrects)
                        || line.replaced().stream().anyMatch(one -> one.id().equals(corrects)));
    }

    private List<String> changed(Hearing hearing, Form form) {
        return standing(hearing, form)
                .filter(line -> !line.id().toString().equals(form.value("corrects")))
                .map(line -> words.the("marac.hearing.line", line.words(), live.by(line)))
                .toList();
    }

    private HearingPage.ActionForm actionForm(Hearing hearing, Form form) {
        return new HearingPage.ActionForm(
                form.value("id"),
                form.text("what"),
                form.field(
                        "who",
                        withNone(hearing.agencies().stream()
                                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                                .toList())),
                form.text("due"),
                form.field("subject", words.choices("meeting.subject", Subject.values())),
                form.field("area", withNone(words.choices("meeting.area", Area.values()))));
    }

    BeforePage before(Viewer viewer, UUID meeting, List<Conferring.Before> cases) {
        return new BeforePage(
                meeting,
                cases.stream()
                        .findFirst()
                        .map(one -> meeting(one.hearing().meeting()))
                        .orElse(words.the("marac.minutes.none")),
                cases.stream().map(one -> before(viewer, one)).toList());
    }

    private BeforeCase before(Viewer viewer, Conferring.Before one) {
        List<Contact> tried = one.contacts();
        return new BeforeCase(
                live.page(viewer, one.hearing().now()),
                referrals.page(viewer, one.hearing().referral()),
                tried == null ? null : reached(tried),
                tried == null ? List.of() : tried.stream().map(contacts::line).toList());
    }

    /// Whether and when the victim was reached before the conference, so that somebody can speak for them.
    private String reached(List<Contact> tried) {
        List<Contact> before = tried.stream().filter(one -> !one.afterMeeting()).toList();
        return before.stream()
                .filter(one -> one.outcome() == Contact.Outcome.REACHED || one.outcome() == Contact.Outcome.DECLINED)
                .findFirst()
                .map(one -> words.the("marac.before.contact." + one.outcome(), Days.words(one.day())))
                .orElse(words.the(before.isEmpty() ? "marac.contact.none" : "marac.before.contact.not"));
    }

    private String meeting(Meeting meeting) {
        return words.the("marac.hearing.meeting", meeting.boardName(), Days.words(meeting.startsAt()));
    }

    private static List<Field.Choice> withNone(List<Field.Choice> choices) {
        return Stream.concat(Stream.of(new Field.Choice("", "")), choices.stream())
                .toList();
    }

    /// All cases of a meeting, to read before it.
    record BeforePage(UUID meeting, String title, List<BeforeCase> cases) {}

    /// One of them.
    ///
    /// @param reached whether an IDVA reached the victim, in words; null for whoever may not read of it
    /// @param tried what was tried, the latest first
    record BeforeCase(
            LivePage live, ReferralPage referral, @Nullable String reached, List<ContactWords.Line> tried) {}
}
