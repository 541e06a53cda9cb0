package org.witan.access.systems;

import java.util.UUID;

/// The answer to a write, kept so that the same write sent again is answered and not done again.
///
/// @param status of the answer, as HTTP numbers it
/// @param place path where what was written can be read
/// @param body the answer, as JSON
/// @param record the record that was written
public record KeptAnswer(int status, String place, String body, UUID record) {}
