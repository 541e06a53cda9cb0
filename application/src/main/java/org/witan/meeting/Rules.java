package org.witan.meeting;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.witan.access.Refused;

/// The rules of meetings that refuse, each by the key of its words.
public final class Rules {
    /// Somebody else changed it while it was on the page.
    public static final String STALE = "meeting.refused.stale";

    /// The name is in use.
    public static final String TAKEN = "meeting.refused.taken";

    /// A form that was sent before was sent again with something else in it.
    public static final String SENT_BEFORE = "meeting.refused.sent-before";

    /// The agency takes part already.
    public static final String MEMBER_ALREADY = "meeting.refused.member-already";

    /// A meeting that was cancelled is not changed.
    public static final String CANCELLED = "meeting.refused.cancelled";

    /// A meeting that has not begun has no minutes.
    public static final String NOT_BEGUN = "meeting.refused.not-begun";

    /// The record is on this agenda already.
    public static final String ON_AGENDA = "meeting.refused.on-agenda";

    /// The item left its agenda meanwhile.
    public static final String LEFT = "meeting.refused.left";

    /// What a meeting heard stays on its agenda.
    public static final String HEARD = "meeting.refused.heard";

    /// The meeting is over.
    public static final String NOT_TO_COME = "meeting.refused.not-to-come";

    /// An action cannot go from where it stands to what was said.
    public static final String NOT_NEXT = "meeting.refused.not-next";

    /// Only whoever keeps the board says this.
    public static final String FOR_KEEPERS = "meeting.refused.for-keepers";

    /// It must be said with words.
    public static final String NO_WORDS = "meeting.refused.no-words";

    /// Somebody who is named does not act for the agency.
    public static final String NOT_THERE = "meeting.refused.not-there";

    private Rules() {}

    /// A change of a version that is no longer the newest is refused.
    static void fresh(int changed) {
        if (changed == 0) {
            throw new Refused(STALE);
        }
    }

    /// What may be there once only is there already.
    static <T> T once(String rule, Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException _) {
            throw new Refused(rule);
        }
    }
}
