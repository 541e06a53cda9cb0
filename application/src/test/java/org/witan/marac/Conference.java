package org.witan.marac;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;

/// A conference with invented referrals on its agenda, and people of two agencies who take part, for tests.
///
/// @param cases its items, in their order
public record Conference(
        Viewer coordinator, Viewer chair, Viewer police, Viewer housing, UUID meeting, List<AgendaItem> cases) {

    /// A new one.
    public static Conference of(ApplicationContext application, Partnership partnership, int cases) {
        return of(application, partnership, cases, laterToday());
    }

    /// A new one that begins then.
    static Conference of(ApplicationContext application, Partnership partnership, int cases, Instant startsAt) {
        UUID run = partnership.agency("PARTNERSHIP");
        UUID force = partnership.agency("POLICE");
        UUID landlord = partnership.agency("HOUSING_ASSOCIATION");
        Viewer coordinator = partnership.viewer(run, Role.COORDINATOR, Purpose.MARAC);
        UUID board = UUID.randomUUID();
        UUID meeting = UUID.randomUUID();
        var boards = application.getBean(KeepingBoards.class);
        boards.add(
                coordinator,
                board,
                BoardKind.MARAC,
                "Invented MARAC " + board.toString().substring(0, 8),
                "",
                run);
        boards.addAgency(coordinator, board, force, true);
        boards.addAgency(coordinator, board, landlord, false);
        application
                .getBean(Scheduling.class)
                .schedule(coordinator, meeting, board, new Timing(startsAt, 180, "Invented Hall", ""));
        Viewer nurse = partnership.viewer(partnership.agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        for (int at = 0; at < cases; at++) {
            UUID referral = refer(application.getBean(Drafting.class), application.getBean(Referring.class), nurse);
            application
                    .getBean(Triaging.class)
                    .decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "");
            application.getBean(Listing.class).list(coordinator, referral, meeting);
        }
        List<AgendaItem> items = application.getBean(Conferring.class).coming(coordinator).stream()
                .filter(one -> one.meeting().id().equals(meeting))
                .findFirst()
                .orElseThrow()
                .cases();
        return new Conference(
                coordinator,
                partnership.viewer(run, Role.CHAIR, Purpose.MARAC),
                partnership.viewer(force, Role.REPRESENTATIVE, Purpose.MARAC),
                partnership.viewer(landlord, Role.REPRESENTATIVE, Purpose.MARAC),
                meeting,
                items);
    }

    /// In an hour, and not after midnight: returns count the conferences of days up to today.
    public static Instant laterToday() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/London"));
        ZonedDateTime lastMoment =
                now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).minusSeconds(1);
        ZonedDateTime hence = now.plusHours(1);
        return (hence.isAfter(lastMoment) ? lastMoment : hence).toInstant();
    }

    private static UUID refer(Drafting drafting, Referring referring, Viewer nurse) {
        UUID draft = drafting.begin(nurse);
        var family = "Q" + letters();
        keep(
                drafting,
                nurse,
                draft,
                "victim",
                Map.of("given", List.of("Ottilie"), "family", List.of(family), "born", List.of("1990")));
        keep(
                drafting,
                nurse,
                draft,
                "perpetrator.1",
                Map.of("given", List.of("Wolf"), "family", List.of("Q" + letters())));
        keep(
                drafting,
                nurse,
                draft,
                "other.1",
                Map.of("standing", List.of("CHILD"), "given", List.of("Small"), "family", List.of("Q" + letters())));
        keep(drafting, nurse, draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(drafting, nurse, draft, "aware", Map.of("consent", List.of("YES")));
        return ((Referring.Referred) referring.refer(nurse, draft)).referral();
    }

    private static void keep(
            Drafting drafting, Viewer nurse, UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
    }

    /// One of its items.
    public UUID item(int at) {
        return cases.get(at).id();
    }

    /// The address of one of its cases.
    public String path(int at) {
        return "/conference/" + meeting + "/" + item(at);
    }
}
