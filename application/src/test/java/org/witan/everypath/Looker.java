package org.witan.everypath;

import java.util.UUID;
import org.witan.access.Channel;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Somebody of the invented partnership who looks.
///
/// @param label who it is, in words, for failures
/// @param purpose why they look
record Looker(String label, Hat hat, Purpose purpose) {

    Viewer viewer() {
        return new Viewer(
                hat.account(),
                hat.id(),
                hat.agency().id(),
                hat.role(),
                purpose,
                new Origin(Channel.PAGE, "/test", "127.0.0.1", "test"));
    }

    @Override
    public String toString() {
        return label;
    }

    /// A membership.
    ///
    /// @param over whether it ended yesterday
    /// @param closed whether the account is closed
    record Hat(UUID id, UUID account, Agency agency, Role role, boolean over, boolean closed, boolean lead) {}

    /// An agency.
    record Agency(UUID id, String kind, Agreement agreement, boolean closed) {}

    /// What became of the agreement of an agency.
    enum Agreement {
        IN_FORCE,
        ENDED_A_WEEK_AGO,
        ENDED_A_YEAR_AGO,
        WITHDRAWN,
        NOT_YET_SIGNED
    }
}
