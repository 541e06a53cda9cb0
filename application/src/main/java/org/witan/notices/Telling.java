package org.witan.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Witnessing;
import org.witan.notices.MailServer.Outcome;
import org.witan.notices.Notices.Addressee;

/// Tells people by e-mail that something waits. Several nodes may do it at once: each takes what no other has.
///
/// That messages are sent is in the trail, without to whom: that stands in `notices.message` for 90 days.
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int AT_ONCE = 20;
    private static final Caller JOB = new Caller(null, Origin.job("notices"));

    private final Notices notices;
    private final Witnessing witnessing;
    private final @Nullable MailServer server;
    private boolean answers = true;

    /// @param server null where nobody is told by e-mail
    Telling(Notices notices, Witnessing witnessing, @Nullable MailServer server) {
        this.notices = notices;
        this.witnessing = witnessing;
        this.server = server;
    }

    /// Whether people are told by e-mail here.
    boolean isOn() {
        return server != null;
    }

    /// Tells everybody who is to be told now.
    void round() {
        int found;
        do {
            found = notices.fold(server != null);
        } while (found > 0);
        while (server != null && notices.settle() && tell(server)) {
            // The next few.
        }
    }

    /// @return whether the server answered, and may be given more
    private boolean tell(MailServer to) {
        List<Addressee> some = witnessing.witness(JOB, Deed.of(Verb.ADD, "message"), _ -> notices.take(AT_ONCE));
        for (int at = 0; at < some.size(); at++) {
            Addressee one = some.get(at);
            Outcome outcome = to.send(one.email());
            keep(one, outcome);
            say(outcome != Outcome.NO_SERVER);
            if (outcome == Outcome.NO_SERVER) {
                notices.letGo(some.subList(at + 1, some.size()));
                return false;
            }
        }
        return !some.isEmpty();
    }

    private void keep(Addressee one, Outcome outcome) {
        switch (outcome) {
            case SENT -> notices.told(one);
            case NO_SERVER, REFUSED -> notices.notTold(one, false);
            case BAD_ADDRESS -> notices.notTold(one, true);
        }
    }

    /// Told once, and without what the server said: it may quote an address.
    private void say(boolean now) {
        if (now != answers) {
            answers = now;
            if (now) {
                LOG.info("The mail server takes messages again.");
            } else {
                LOG.error("The mail server takes no message; what waits is tried again for a day.");
            }
        }
    }
}
