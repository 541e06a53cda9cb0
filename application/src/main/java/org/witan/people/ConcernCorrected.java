package org.witan.people;

import java.util.List;
import java.util.UUID;

/// The agency that gave a concern says otherwise by now: other people, another day, or another offence; or it gives
/// again what it had taken back. The former version counts no longer, the newer one counts in its place.
///
/// @param former the version before
/// @param victim the source record of the victim
public record ConcernCorrected(UUID former, UUID concern, UUID victim, List<UUID> perpetrators) {}
