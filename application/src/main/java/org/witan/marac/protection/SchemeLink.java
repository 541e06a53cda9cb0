package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That another body knows people of a referral, and whom to ask there. No fact of its file.
///
/// @param scheme the name of the body
/// @param reference that the body gives it; never a name; may be empty
/// @param level in words; null where the scheme has none or it is not known
/// @param category in words; null where the scheme has none or it is not known
/// @param until as planned; null when it is not known
/// @param lead the agency that leads there
/// @param contact the post of whom to ask there; may be empty
/// @param endedOn null while it stands
/// @param endedBecause empty while it stands
/// @param isOwn whether it is for whoever looks to say that it is over
/// @param from the MARAC with whose transfer it came; null for what was written down here
public record SchemeLink(
        UUID id,
        UUID referral,
        String scheme,
        String reference,
        @Nullable String level,
        @Nullable String category,
        LocalDate since,
        @Nullable LocalDate until,
        String lead,
        String contact,
        @Nullable LocalDate endedOn,
        String endedBecause,
        boolean isOwn,
        @Nullable String from) {

    /// Whether it stands.
    public boolean stands() {
        return endedOn == null;
    }

    @Override
    public String toString() {
        return "a link to another body";
    }

    /// What is written down of a link.
    ///
    /// @param scheme code of the body
    /// @param level code; null for none
    /// @param category code; null for none
    public record Told(
            String scheme,
            String reference,
            @Nullable String level,
            @Nullable String category,
            LocalDate since,
            @Nullable LocalDate until,
            String lead,
            String contact) {

        @Override
        public String toString() {
            return "a link to another body";
        }
    }

    /// A body, or one of its levels and categories.
    ///
    /// @param scheme code of the body
    /// @param code empty for the body itself
    /// @param isLevel a level; otherwise a category
    public record Grade(String scheme, String code, String words, boolean isLevel) {}
}
