package org.witan.support;

import java.time.Instant;
import java.util.UUID;

/// What room a refuge has. Never where it is.
///
/// @param spaces how many families can come now
/// @param mostBeds how many people the largest free room takes
public record Vacancy(
        UUID agency, String name, int spaces, int mostBeds, boolean pets, boolean accessNeeds, Instant at) {}
