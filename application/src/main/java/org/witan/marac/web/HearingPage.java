package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Field;
import org.witan.site.Problem;

/// One case of the conference.
///
/// @param live what changes of it while it is heard
/// @param key by which the browser keeps what cannot be sent; empty for whoever writes nothing
/// @param next the item after this one; null after the last
/// @param problems with what was sent
/// @param changed what somebody else wrote meanwhile, when a line was put right twice
/// @param line the form for a line; null for whoever writes none
/// @param action the form for an action; null for whoever agrees none
record HearingPage(
        LivePage live,
        String meetingWords,
        ReferralPage referral,
        String key,
        @Nullable UUID before,
        @Nullable UUID next,
        List<Problem> problems,
        List<String> changed,
        @Nullable LineForm line,
        @Nullable ActionForm action) {

    /// The form for a line.
    ///
    /// @param id that the line will have
    /// @param corrects the line that it puts right; empty for a new one
    record LineForm(String id, String corrects, Field kind, Field words) {}

    /// The form for an action: who, what, and by when.
    ///
    /// @param id that the action will have
    record ActionForm(String id, Field what, Field who, Field due, Field subject, Field area) {}
}
