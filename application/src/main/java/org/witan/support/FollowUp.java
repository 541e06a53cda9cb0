package org.witan.support;

import java.time.LocalDate;
import java.util.UUID;

/// Something happened again after a home was made safer, and nobody asked yet whether it still is.
public record FollowUp(UUID offer, LocalDate happenedOn) {}
