package org.witan.marac.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.BesidesCases;
import org.witan.meeting.AgendaParts;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Section;
import org.witan.site.Wording;

/// Says on the agenda of a conference how many actions are still open and how many cases lapse. A meeting of core
/// agencies is about its one case.
@Component
class ConferenceParts implements AgendaParts {
    private final BesidesCases besides;
    private final Wording words;

    ConferenceParts(BesidesCases besides, Wording words) {
        this.besides = besides;
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
        BesidesCases.Counted counted = besides.of(viewer, meeting);
        String place = "/conference/" + meeting.id();
        return List.of(
                new Part(
                        Section.OPEN_ACTIONS,
                        words.the("marac.agenda.actions", counted.openActions()),
                        place + "/minutes#outstanding"),
                new Part(
                        Section.PAST_TWELVE_MONTHS,
                        words.the("marac.agenda.lapsed", counted.lapsed()),
                        place + "/lapsed"));
    }
}
