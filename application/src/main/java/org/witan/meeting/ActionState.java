package org.witan.meeting;

import java.util.EnumSet;
import java.util.Set;

/// How an action stands. Held to the rows of the database by a test.
///
/// What an agency did not do remains to be done: an action is closed only when it is complete, not possible any more or
/// superseded. What was closed by mistake is opened again, and says why.
public enum ActionState {
    PROPOSED,
    ACCEPTED,
    IN_PROGRESS,
    COMPLETE,
    NOT_POSSIBLE,
    NOT_DONE,
    SUPERSEDED,
    ESCALATED;

    private static final Set<ActionState> OF_OPEN =
            EnumSet.of(IN_PROGRESS, COMPLETE, NOT_POSSIBLE, NOT_DONE, SUPERSEDED, ESCALATED);

    /// Whether nothing remains to be done.
    public boolean closes() {
        return switch (this) {
            case COMPLETE, NOT_POSSIBLE, SUPERSEDED -> true;
            case PROPOSED, ACCEPTED, IN_PROGRESS, NOT_DONE, ESCALATED -> false;
        };
    }

    /// What may be said next. To say the same again adds nothing, except that it is again not done.
    public Set<ActionState> next() {
        var next = EnumSet.copyOf(
                switch (this) {
                    case PROPOSED -> EnumSet.of(ACCEPTED, NOT_POSSIBLE, SUPERSEDED);
                    case ACCEPTED, IN_PROGRESS, NOT_DONE, ESCALATED -> OF_OPEN;
                    case COMPLETE, NOT_POSSIBLE, SUPERSEDED -> EnumSet.of(ACCEPTED);
                });
        if (this != NOT_DONE) {
            next.remove(this);
        }
        return next;
    }

    /// Whether it may only be said by whoever keeps the board.
    public boolean isForKeepers() {
        return this == SUPERSEDED || this == ESCALATED;
    }

    /// Whether it must be said with words: what was done, what changed, why not, and why what was closed is open again.
    public boolean needsWords(ActionState before) {
        return switch (this) {
            case COMPLETE, NOT_POSSIBLE, NOT_DONE, SUPERSEDED, ESCALATED -> true;
            case ACCEPTED -> before.closes();
            case PROPOSED, IN_PROGRESS -> false;
        };
    }
}
