package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Field;
import org.witan.site.Problem;

/// One case of the conference.
///
/// @param position which case of how many, in words
/// @param lacking what must not be forgotten before the next case; empty when nothing
/// @param toTick what agencies mean to share and have not spoken
/// @param spoken what was spoken
/// @param answers which agencies answered, in words
/// @param writes whether whoever looks takes the minutes
/// @param next the item after this one; null after the last
record HearingPage(
        UUID meeting,
        UUID item,
        String meetingWords,
        String position,
        boolean heard,
        ReferralPage referral,
        List<String> lacking,
        List<Spoken> toTick,
        List<Spoken> spoken,
        List<String> answers,
        List<LineGroup> lines,
        List<ActionLine> actions,
        boolean writes,
        @Nullable UUID before,
        @Nullable UUID next,
        List<Problem> problems,
        String lineId,
        Field kind,
        Field words) {

    /// Something that an agency brought.
    record Spoken(UUID id, String agency, String kind, String words) {}

    /// Lines about one thing.
    record LineGroup(String heading, List<String> lines) {}

    /// An action.
    record ActionLine(UUID id, String words, String who, String state) {}
}
