package org.witan.notices.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.notices.SentMessages;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// People whom no message reaches, for the administrator: they may wait for one that never comes.
@Component
class NoticesWaiting implements Waiting {
    private final SentMessages sent;
    private final Wording words;

    NoticesWaiting(SentMessages sent, Wording words) {
        this.sent = sent;
        this.words = words;
    }

    @Override
    public String words() {
        return "notices.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        if (viewer.role() != Role.ADMINISTRATOR) {
            return List.of();
        }
        long number = sent.unreached();
        return number == 0
                ? List.of()
                : List.of(new WaitingItem(
                        Section.NOW,
                        words.the("notices.work.unreached", number),
                        Urgency.LATE,
                        MessagesController.PATH,
                        null,
                        number));
    }
}
