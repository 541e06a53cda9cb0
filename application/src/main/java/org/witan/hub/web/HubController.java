package org.witan.hub.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubMeetings;
import org.witan.hub.MeasuringIndependence;
import org.witan.hub.ReadingHub;
import org.witan.hub.SteppingCases;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Member;
import org.witan.site.Days;
import org.witan.site.Wording;

/// The hub: what waits, the cases, one case, a meeting with its agenda, and independence in total.
@Controller
class HubController {
    private final ReadingHub reading;
    private final HubMeetings meetings;
    private final SteppingCases stepping;
    private final MeasuringIndependence measuring;
    private final HubLines lines;
    private final CasePages pages;
    private final Pictures pictures;
    private final Wording words;

    HubController(
            ReadingHub reading,
            HubMeetings meetings,
            SteppingCases stepping,
            MeasuringIndependence measuring,
            HubLines lines,
            CasePages pages,
            Pictures pictures,
            Wording words) {
        this.reading = reading;
        this.meetings = meetings;
        this.stepping = stepping;
        this.measuring = measuring;
        this.lines = lines;
        this.pages = pages;
        this.pictures = pictures;
        this.words = words;
    }

    @OpenToHubReaders
    @GetMapping("/hub")
    ModelAndView desk(Viewer viewer) {
        if (viewer.role() == Role.COORDINATOR) {
            var waiting = stepping.steppedUp(viewer).stream().map(lines::line).toList();
            return desk(new DeskPage(
                    words.the("hub.desk.stepped-up"),
                    waiting,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    false));
        }
        ReadingHub.Desk desk = reading.desk(viewer);
        boolean keeps = viewer.role() == Role.HUB_COORDINATOR;
        return desk(new DeskPage(
                words.the(keeps ? "hub.desk.waiting" : "hub.desk.referred"),
                desk.waiting().stream().map(lines::line).toList(),
                desk.owed().stream()
                        .map(one -> new OwedLine(
                                "/hub/cases/" + one.record() + "/requests/" + one.request(),
                                words.the(
                                        "hub.desk.owed.line",
                                        one.reference(),
                                        Days.words(one.due()),
                                        lines.away(one.due()))))
                        .toList(),
                desk.open().stream().map(lines::line).toList(),
                desk.meetings().stream().map(lines::line).toList(),
                desk.elsewhere().stream().map(lines::elsewhere).toList(),
                keeps,
                true));
    }

    private static ModelAndView desk(DeskPage page) {
        return new ModelAndView("hub/desk", "page", page);
    }

    @OpenToHubReaders
    @GetMapping("/hub/cases/{id}")
    ModelAndView open(Viewer viewer, @PathVariable UUID id) {
        try {
            return new ModelAndView("hub/case", "page", pages.page(viewer, reading.open(viewer, id)));
        } catch (Absent absent) {
            if (viewer.role() != Role.REPRESENTATIVE) {
                throw absent;
            }
            return new ModelAndView("hub/elsewhere", "line", lines.elsewhere(reading.elsewhere(viewer, id)));
        }
    }

    @OpenToHubMembers
    @GetMapping("/hub/meetings/{id}")
    ModelAndView meeting(Viewer viewer, @PathVariable UUID id) {
        HubMeetings.MeetingInFull found = meetings.meeting(viewer, id);
        return new ModelAndView(
                "hub/meeting",
                "page",
                new MeetingPage(
                        lines.line(found.dated()),
                        found.cases().stream().map(lines::line).toList(),
                        found.elsewhere() == 0 ? "" : words.the("hub.meeting.elsewhere", found.elsewhere()),
                        found.actions().stream().map(lines::action).toList(),
                        found.members().stream()
                                .map(member -> member(member, found.attendance()))
                                .toList()));
    }

    private String member(Member member, List<Attendance> attendance) {
        return attendance.stream()
                .filter(one -> one.agency().equals(member.agency()) && one.came() == Came.PRESENT)
                .findFirst()
                .map(one -> words.the("hub.meeting.there", member.name(), one.name()))
                .orElse(words.the("hub.meeting.member", member.name()));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/independence")
    ModelAndView independence(Viewer viewer) {
        return new ModelAndView("hub/independence", "picture", pictures.of(measuring.total(viewer, Verb.COUNT)));
    }

    /// What there is for whoever looks.
    record DeskPage(
            String title,
            List<HubLines.CaseLine> waiting,
            List<OwedLine> owed,
            List<HubLines.CaseLine> open,
            List<HubLines.MeetingLine> meetings,
            List<String> elsewhere,
            boolean keeps,
            boolean refers) {}

    /// Something that the agency of whoever looks was asked.
    record OwedLine(String path, String words) {}

    /// A meeting with its agenda.
    record MeetingPage(
            HubLines.MeetingLine meeting,
            List<HubLines.CaseLine> cases,
            String elsewhere,
            List<HubLines.ActionLine> actions,
            List<String> members) {}
}
