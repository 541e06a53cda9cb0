package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What changes of a case while the conference hears it.
///
/// @param version how often something of it has changed; null for whoever may not see the minutes of it
/// @param position which case of how many, in words
/// @param clock how long it was heard
/// @param elsewhere the case that the conference is at, when that is another; null when it is at none or at this one
/// @param leads whether whoever looks leads the conference, and writes its minutes
/// @param lacking what must not be forgotten before the next case; empty when nothing
/// @param toTick what agencies mean to share and have not spoken
/// @param spoken what was spoken
/// @param answers which agencies answered, in words
/// @param lines by what they are about
record LivePage(
        UUID meeting,
        UUID item,
        @Nullable Long version,
        String position,
        boolean heard,
        Clock clock,
        @Nullable Elsewhere elsewhere,
        boolean leads,
        List<String> lacking,
        List<Spoken> toTick,
        List<Spoken> spoken,
        List<String> answers,
        List<LineGroup> lines,
        List<ActionLine> actions) {

    /// How long a case was heard.
    ///
    /// @param words such as "6 min of 15"
    /// @param seconds so far
    /// @param planned seconds that a case is planned to take
    /// @param current whether the conference is at it
    /// @param paused whether it pauses there
    /// @param runs whether its time goes on
    record Clock(String words, long seconds, long planned, boolean current, boolean paused, boolean runs) {}

    /// Another case that the conference is at.
    record Elsewhere(UUID item, String words) {}

    /// Something that an agency brought.
    record Spoken(UUID id, String agency, String kind, String words) {}

    /// Lines about one thing.
    record LineGroup(String kind, String heading, List<LineView> lines) {}

    /// A line with what it replaced.
    ///
    /// @param was ids of what it replaced
    record LineView(UUID id, String words, String by, List<UUID> was, List<String> replaced) {}

    /// An action.
    ///
    /// @param advice what would make it easier to follow up
    record ActionLine(UUID id, String words, String who, String state, List<String> advice) {}
}
