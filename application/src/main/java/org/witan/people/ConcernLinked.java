package org.witan.people;

import java.util.UUID;

/// Somebody linked records by hand, and a concern that was known before is about the person that they are now:
/// whoever asked before whom it is about asks again. Published once for each concern of that person which
/// counts.
public record ConcernLinked(UUID concern) {}
