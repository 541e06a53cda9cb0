package org.witan.notices.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.notices.SentMessages;
import org.witan.notices.SentMessages.Failing;
import org.witan.notices.SentMessages.Message;
import org.witan.notices.SentMessages.Sent;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Where an administrator sees which messages went out, and whom none reaches.
@Controller
class MessagesController {
    static final String PATH = "/administration/messages";
    private final SentMessages sent;
    private final Wording words;

    MessagesController(SentMessages sent, Wording words) {
        this.sent = sent;
        this.words = words;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping(PATH)
    ModelAndView list(Viewer viewer) {
        Sent all = sent.list(viewer);
        return new ModelAndView(
                "notices/messages",
                "page",
                new MessagesPage(
                        all.on(),
                        all.failing().stream().map(this::line).toList(),
                        all.messages().stream().map(this::row).toList()));
    }

    private String line(Failing one) {
        return words.the("notices.messages.failing", one.person(), Days.words(one.since()), one.tries());
    }

    private Row row(Message message) {
        String outcome = switch (message.outcome()) {
            case SENT -> "notices.outcome.sent";
            case NO_SERVER -> "notices.outcome.no-server";
            case BAD_ADDRESS -> "notices.outcome.bad-address";
        };
        return new Row(message.person(), Days.words(message.at()), words.the(outcome));
    }

    /// @param failing who is not reached now, a line each
    record MessagesPage(boolean on, List<String> failing, List<Row> messages) {}

    record Row(String person, String at, String outcome) {}
}
