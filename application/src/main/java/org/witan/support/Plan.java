package org.witan.support;

import java.util.List;
import java.util.UUID;
import org.witan.people.SourceRecord;

/// All that is offered to the persons of a case.
///
/// @param reference of the case
/// @param persons who is harmed first
/// @param asked agreed actions from which nothing was offered yet
/// @param followUps homes that were made safer, after which something happened again
/// @param clocks of applications as homeless that run, the first to end first
/// @param ways how the person who is harmed can be reached
public record Plan(
        UUID whole,
        String reference,
        List<SourceRecord> persons,
        List<Offer> offers,
        List<AskedAction> asked,
        List<FollowUp> followUps,
        List<Housing.Running> clocks,
        SafeWays ways) {

    /// Offers by which nobody may reach anybody before somebody confirms how.
    public List<Offer> stopped() {
        return offers.stream().filter(Offer::isStopped).toList();
    }
}
