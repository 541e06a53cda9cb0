package org.witan.people;

import java.util.UUID;

/// The agency that gave a concern took it back: it counts no longer.
public record ConcernCancelled(UUID concern) {}
