package org.witan.access.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An information-sharing agreement that an agency has signed.
///
/// @param withdrawnOn day on which the agency withdrew; null when it did not
/// @param recordedBy who entered it
public record Agreement(
        UUID id,
        UUID agency,
        String title,
        String signedBy,
        LocalDate signedOn,
        LocalDate expiresOn,
        @Nullable LocalDate withdrawnOn,
        String recordedBy) {

    /// What somebody enters about an agreement.
    ///
    /// @param id made with the form, so that a form that is sent twice enters one agreement
    public record New(UUID id, UUID agency, String title, String signedBy, LocalDate signedOn, LocalDate expiresOn) {}
}
