package org.witan.access.systems;

import java.util.UUID;

/// An agency that takes part, as a system sees it.
///
/// @param kind what kind of agency it is, as the database names it
public record Agency(UUID id, String name, String kind) {}
