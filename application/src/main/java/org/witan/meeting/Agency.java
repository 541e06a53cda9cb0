package org.witan.meeting;

import java.util.UUID;

/// An agency of the partnership, by its name.
public record Agency(UUID id, String name) {}
