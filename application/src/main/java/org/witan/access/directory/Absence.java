package org.witan.access.directory;

import java.time.LocalDate;
import java.util.UUID;

/// Leave of a person, with the deputy who gets what is assigned to that person meanwhile.
///
/// @param person name of who is away
/// @param deputyName name of who stands in
/// @param recordedBy name of who entered it
public record Absence(
        UUID id,
        UUID account,
        String person,
        UUID deputy,
        String deputyName,
        LocalDate fromOn,
        LocalDate untilOn,
        String recordedBy) {

    @Override
    public String toString() {
        return "absence " + id;
    }

    /// Somebody who may stand in.
    public record Deputy(UUID account, String name) {}

    /// What somebody enters.
    ///
    /// @param id made with the form, so that a form that is sent twice enters one leave
    public record New(UUID id, UUID account, UUID deputy, LocalDate fromOn, LocalDate untilOn) {}
}
