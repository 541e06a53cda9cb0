package org.witan.meeting;

import java.util.List;

/// A board with the agencies that take part, what it decided for itself, and its meetings.
///
/// @param meetings the newest first
public record BoardInFull(Board board, List<Member> members, Settings settings, List<Meeting> meetings) {}
