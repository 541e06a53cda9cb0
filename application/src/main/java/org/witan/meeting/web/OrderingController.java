package org.witan.meeting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.meeting.Agenda;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.KeepingAgendas;
import org.witan.meeting.Meeting;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Orders the agenda of a meeting: each item goes up or down within its section, one press at a time.
@Controller
class OrderingController {
    private final Scheduling scheduling;
    private final Agenda agenda;
    private final KeepingAgendas agendas;
    private final Wording words;

    OrderingController(Scheduling scheduling, Agenda agenda, KeepingAgendas agendas, Wording words) {
        this.scheduling = scheduling;
        this.agenda = agenda;
        this.agendas = agendas;
        this.words = words;
    }

    @OpenToKeepers
    @GetMapping("/meetings/{meeting}/order")
    ModelAndView open(Viewer viewer, @PathVariable UUID meeting) {
        return page(viewer, scheduling.standing(viewer, meeting), false);
    }

    @OpenToKeepers
    @PostMapping("/meetings/{meeting}/order")
    ModelAndView order(
            Viewer viewer,
            @PathVariable UUID meeting,
            @RequestParam UUID item,
            @RequestParam Where where,
            @RequestParam int version) {
        Meeting found = scheduling.standing(viewer, meeting);
        List<AgendaItem> all = standing(viewer, meeting);
        AgendaItem moved =
                all.stream().filter(one -> one.id().equals(item)).findFirst().orElse(null);
        if (moved == null) {
            // It left this agenda, or never stood on it: the second is absent, whoever asks.
            agenda.item(viewer, meeting, item);
            return page(viewer, found, true);
        }
        try {
            agendas.order(viewer, meeting, version, moved.section(), ordered(all, moved, where));
        } catch (Refused refused) {
            if (!refused.reason().equals(Rules.STALE)) {
                throw refused;
            }
            return page(viewer, scheduling.standing(viewer, meeting), true);
        }
        return new ModelAndView("redirect:/meetings/" + meeting + "/order");
    }

    private static List<UUID> ordered(List<AgendaItem> all, AgendaItem moved, Where where) {
        var ids = new ArrayList<>(all.stream()
                .filter(one -> one.section() == moved.section())
                .map(AgendaItem::id)
                .toList());
        int at = ids.indexOf(moved.id());
        int to = switch (where) {
            case FIRST -> 0;
            case UP -> Math.max(0, at - 1);
            case DOWN -> Math.min(ids.size() - 1, at + 1);
        };
        ids.remove(at);
        ids.add(to, moved.id());
        return ids;
    }

    private ModelAndView page(Viewer viewer, Meeting meeting, boolean stale) {
        var sections = new ArrayList<Ordered>();
        for (AgendaItem item : standing(viewer, meeting.id())) {
            if (sections.isEmpty() || sections.getLast().section() != item.section()) {
                sections.add(
                        new Ordered(item.section(), words.the("meeting.section." + item.section()), new ArrayList<>()));
            }
            sections.getLast().items().add(new Line(item.id(), item.reference()));
        }
        var view = new ModelAndView(
                "meeting/order",
                "page",
                new Page(
                        meeting.id(),
                        words.the("meeting.title", meeting.boardName(), Days.words(meeting.startsAt())),
                        meeting.version(),
                        stale,
                        sections));
        if (stale) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }

    private List<AgendaItem> standing(Viewer viewer, UUID meeting) {
        return agenda.of(viewer, meeting).stream().filter(one -> !one.off()).toList();
    }

    /// Where an item goes within its section.
    enum Where {
        FIRST,
        UP,
        DOWN
    }

    /// The order of an agenda.
    ///
    /// @param version of the meeting, which each press carries
    /// @param stale whether somebody ordered it, or changed the meeting, since the page was made
    record Page(UUID meeting, String title, int version, boolean stale, List<Ordered> sections) {}

    /// A section in its order.
    record Ordered(Section section, String heading, List<Line> items) {}

    /// An item.
    record Line(UUID id, String reference) {}
}
