package org.witan.access.signin;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Witnessing;

/// Refuses a proof: the trail has it first, then whoever counts failures is told, then the page says why.
@Component
class Refusing {
    private final Witnessing witnessing;
    private final ApplicationEventPublisher events;

    Refusing(Witnessing witnessing, ApplicationEventPublisher events) {
        this.witnessing = witnessing;
        this.events = events;
    }

    /// @param account whom the proof was about, when that is known
    /// @param what what was refused: `session`, `presence`
    /// @param way how they tried, in one word
    /// @param detail more for the trail
    Refused refuse(
            Caller caller,
            @Nullable UUID account,
            String what,
            String way,
            Refused reason,
            Map<String, String> detail) {
        var about = new Caller(account == null ? caller.account() : account, caller.origin());
        var more = new TreeMap<>(detail);
        more.put("way", way);
        try {
            witnessing.witness(about, new Deed(Verb.SIGN_IN_REFUSED, what, more), _ -> {
                throw reason;
            });
        } catch (Refused written) {
            events.publishEvent(new ProofRefused(about, way));
            return written;
        }
        throw new IllegalStateException("A refusal was not refused.");
    }
}
