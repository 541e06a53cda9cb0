package org.witan.marac;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.Standing;

/// What an agency answered about a referral before a meeting.
///
/// @param nothingKnown it knows nothing of these persons
/// @param items what it knows, as far as whoever looks may see
public record Research(
        UUID id, UUID agency, String agencyName, boolean nothingKnown, Instant answeredAt, List<Item> items) {

    @Override
    public String toString() {
        return "research of " + agency;
    }

    /// Something that an agency knows.
    ///
    /// @param isFact a fact; otherwise a professional opinion
    /// @param happened when it happened, in words; empty when not said
    /// @param isToShare whether the agency means to share it
    /// @param withheldBecause why it is not; empty when it is shared
    /// @param sharedAt when it was spoken in the meeting; null while it was not
    public record Item(
            UUID id,
            Standing about,
            boolean isFact,
            String happened,
            String words,
            String relevance,
            boolean isToShare,
            String withheldBecause,
            @Nullable Instant sharedAt) {

        /// What was given, to give it again.
        Given given() {
            return new Given(about, isFact, happened, words, relevance, isToShare, withheldBecause);
        }

        @Override
        public String toString() {
            return "an item of research";
        }
    }

    /// Something that an agency knows, before it is kept.
    public record Given(
            Standing about,
            boolean isFact,
            String happened,
            String words,
            String relevance,
            boolean isToShare,
            String withheldBecause) {

        @Override
        public String toString() {
            return "an item of research";
        }
    }
}
