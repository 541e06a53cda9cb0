package org.witan.access.trail;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asks of the trail.
///
/// @param reference of a record or a person; empty for all
/// @param account who did it; null for all
/// @param agency for which agency; null for all
/// @param deed what was done; empty for all
/// @param from first day in England
/// @param until last day in England
/// @param before only rows older than this one; null for the newest
public record TrailQuestion(
        String reference,
        @Nullable UUID account,
        @Nullable UUID agency,
        String deed,
        LocalDate from,
        LocalDate until,
        @Nullable UUID before) {

    /// The filters, as the trail keeps them.
    Map<String, String> detail() {
        var detail = new TreeMap<String, String>();
        detail.put("from", from.toString());
        detail.put("until", until.toString());
        if (!reference.isEmpty()) {
            detail.put("reference", reference);
        }
        if (account != null) {
            detail.put("account", account.toString());
        }
        if (agency != null) {
            detail.put("agency", agency.toString());
        }
        if (!deed.isEmpty()) {
            detail.put("deed", deed);
        }
        return detail;
    }
}
