package org.witan.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action was accepted for the first time. Published in the transaction in which it was: ids and codes only.
///
/// @param within the record that it is for; null when whoever accepted it may not see that
/// @param agency that does it; null while nobody does
public record ActionAgreed(
        UUID action, @Nullable UUID within, @Nullable UUID agency, Area area, Subject subject) {}
