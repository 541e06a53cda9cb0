package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.meeting.AgendaParts;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Section;
import org.witan.site.Wording;

/// Leads from the agenda of a conference to its open actions and to the cases that lapse, and
/// whoever keeps it to which agencies have answered. It counts none of these: that would read every
/// open action of the board on each page. A meeting of core agencies is about its one case.
@Component
class ConferenceParts implements AgendaParts {
    private final Wording words;

    ConferenceParts(Wording words) {
        this.words = words;
    }

    @Override
    public BoardKind kind() {
        return BoardKind.MARAC;
    }

    @Override
    public List<Part> of(Viewer viewer, Meeting meeting) {
        if (meeting.cancelled()) {
            return List.of();
        }
        String place = "/conference/" + meeting.id();
        var parts = new ArrayList<Part>();
        if (meeting.keeps() && viewer.role().leads()) {
            parts.add(new Part(Section.OPEN_ACTIONS, words.the("marac.agenda.research"), place + "/research"));
        }
        if (!meeting.coreOnly()) {
            parts.add(
                    new Part(Section.OPEN_ACTIONS, words.the("marac.agenda.actions"), place + "/minutes#outstanding"));
            parts.add(new Part(Section.PAST_TWELVE_MONTHS, words.the("marac.agenda.lapsed"), place + "/lapsed"));
        }
        return parts;
    }
}
