package org.witan.meeting;

import java.util.UUID;

/// Somebody who acts for an agency and may own an action.
///
/// @param roles what they are for it, in words
public record Colleague(UUID account, String name, String roles) {}
