package org.witan.voices.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;
import org.witan.voices.Deciding;
import org.witan.voices.Hearing;

/// What of the voices waits: reports for the analyst, and places that enough people named for the group.
@Component
class VoicesWaiting implements Waiting {
    private final Deciding deciding;
    private final Hearing hearing;
    private final Wording words;

    VoicesWaiting(Deciding deciding, Hearing hearing, Wording words) {
        this.deciding = deciding;
        this.hearing = hearing;
        this.words = words;
    }

    @Override
    public String words() {
        return "voices.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        return switch (viewer.role()) {
            case ANALYST -> one(Section.THIS_WEEK, "voices.work.reports", deciding.number(), "/voices/reports");
            case TASKING_MEMBER -> one(Section.WATCH, "voices.work.places", hearing.placesNamed(), "/voices/heard");
            case REFERRER,
                    REPRESENTATIVE,
                    COORDINATOR,
                    CHAIR,
                    IDVA,
                    SUPPORT_WORKER,
                    PERPETRATOR_WORKER,
                    HUB_COORDINATOR,
                    DATA_PROTECTION_OFFICER,
                    ADMINISTRATOR -> List.of();
        };
    }

    private List<WaitingItem> one(Section section, String key, long number, String path) {
        return number == 0
                ? List.of()
                : List.of(WaitingItem.ordinary(section, words.the(key, number), path, null, number));
    }
}
