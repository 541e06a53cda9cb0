package org.witan.meeting;

import java.util.UUID;

/// An agency that takes part in a board.
///
/// @param core whether the board is only complete with it
/// @param open how many open actions of the board it has, as far as whoever looks sees them
/// @param closed whether the agency has left the partnership altogether
public record Member(UUID id, UUID agency, String name, boolean core, int open, boolean closed) {}
