package org.witan.marac.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.meeting.AgendaParts;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Section;
import org.witan.site.Wording;

/// Leads from the agenda of a conference to its open actions and to the cases that lapse. It counts neither: that would
/// read every open action of the board on each page. A meeting of core agencies is about its one case.
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
        if (meeting.coreOnly() || meeting.cancelled()) {
            return List.of();
        }
        String place = "/conference/" + meeting.id();
        return List.of(
                new Part(Section.OPEN_ACTIONS, words.the("marac.agenda.actions"), place + "/minutes#outstanding"),
                new Part(Section.PAST_TWELVE_MONTHS, words.the("marac.agenda.lapsed"), place + "/lapsed"));
    }
}
