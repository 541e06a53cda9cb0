package org.witan.marac;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.draft.KeptDraft;

/// A referral that somebody is writing.
///
/// @param version counts changes
/// @param referral the referral that it became; null while it is being written
public record Draft(
        UUID id,
        Instant begunAt,
        Instant changedAt,
        int version,
        Answers answers,
        @Nullable UUID referral) {

    static Draft of(KeptDraft kept) {
        return new Draft(
                kept.id(), kept.begunAt(), kept.changedAt(), kept.version(), Answers.of(kept.pages()), kept.record());
    }

    @Override
    public String toString() {
        return "a draft";
    }
}
