package org.witan.access.directory;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.witan.access.Refused;
import org.witan.access.Viewer;

/// The rules of the directory that refuse, each by the key of its words.
public final class Rules {
    /// Somebody else changed it while it was on the page.
    public static final String STALE = "administration.refused.stale";

    /// The name, or the e-mail address, is in use.
    public static final String TAKEN = "administration.refused.taken";

    /// A form that was sent before was sent again with something else in it.
    public static final String SENT_BEFORE = "administration.refused.sent-before";

    static final String OWN_MEMBERSHIP = "administration.refused.own-membership";
    static final String OWN_CLOSING = "administration.refused.own-closing";
    static final String LAST_ADMINISTRATOR = "administration.refused.last-administrator";
    static final String OUT_OF_BOUNDS = "administration.refused.out-of-bounds";
    static final String CLOSED = "administration.refused.closed";
    static final String ENDED = "administration.refused.ended";

    /// A membership of the same person, agency and role holds on some of the days.
    public static final String MEMBERSHIP_OVERLAPS = "administration.refused.membership-overlaps";

    /// Leave of the same person is entered for some of the days.
    public static final String LEAVE_OVERLAPS = "work.refused.leave-overlaps";

    /// The deputy does not have the same role for the same agency.
    public static final String NO_DEPUTY = "work.refused.no-deputy";

    private static final Map<String, String> OF_THE_DATABASE =
            Map.of("WI121", LAST_ADMINISTRATOR, "WI122", OWN_CLOSING, "WI123", OUT_OF_BOUNDS);

    private Rules() {}

    /// Nobody changes what they themselves may do.
    static void notForOneself(Viewer viewer, UUID account) {
        if (account.equals(viewer.account())) {
            throw new Refused(OWN_MEMBERSHIP);
        }
    }

    /// Says what the database refuses in the words of its rule.
    static <T> T kept(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException _) {
            throw new Refused(TAKEN);
        } catch (DataAccessException failure) {
            String rule = failure.getRootCause() instanceof SQLException refusal
                    ? OF_THE_DATABASE.get(refusal.getSQLState())
                    : null;
            if (rule == null) {
                throw failure;
            }
            throw new Refused(rule);
        }
    }

    /// A form that is sent twice adds once; the second time it must hold the same.
    static void once(int added, Supplier<Boolean> same) {
        if (added == 0 && !same.get()) {
            throw new Refused(SENT_BEFORE);
        }
    }

    /// A change of a version that is no longer the newest is refused.
    static void fresh(int changed) {
        if (changed == 0) {
            throw new Refused(STALE);
        }
    }
}
