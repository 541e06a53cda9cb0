package org.witan.support;

import java.util.EnumSet;
import java.util.Set;

/// What happens to an offer. Held to the rows of the database by a test.
public enum StepKind {
    OFFERED,
    ACCEPTED,
    WAITING,
    STARTED,
    SESSION,
    ENDED,
    DECLINED,
    UNABLE,
    WITHDRAWN;

    /// What may come next.
    public Set<StepKind> next() {
        return switch (this) {
            case OFFERED -> EnumSet.of(ACCEPTED, WAITING, STARTED, UNABLE, DECLINED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(WAITING, STARTED, UNABLE, DECLINED, WITHDRAWN);
            case WAITING -> EnumSet.of(STARTED, UNABLE, DECLINED, WITHDRAWN);
            case STARTED, SESSION -> EnumSet.of(SESSION, ENDED);
            case ENDED, DECLINED, UNABLE, WITHDRAWN -> EnumSet.noneOf(StepKind.class);
        };
    }

    /// Whether nothing comes after it.
    public boolean isOver() {
        return next().isEmpty();
    }

    /// Whether the person has the support now.
    public boolean isRunning() {
        return this == STARTED || this == SESSION;
    }

    /// Whether the provider reaches the person to take it.
    public boolean isContact() {
        return this == ACCEPTED || this == STARTED || this == SESSION;
    }

    /// Whether a coded reason goes with it.
    public boolean hasReason() {
        return this == DECLINED || this == UNABLE || this == ENDED || this == WITHDRAWN;
    }

    /// Whether only those who offer may say it, and not the provider.
    public boolean isOfWhoOffers() {
        return this == WITHDRAWN;
    }
}
