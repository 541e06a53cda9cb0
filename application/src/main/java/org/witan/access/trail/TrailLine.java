package org.witan.access.trail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A row of the trail as a data protection officer reads it. What somebody searched for is not in it.
///
/// @param who the name of the person; empty when nobody had signed in
/// @param agency its name; empty before one was chosen
/// @param role in words; empty before one was chosen
/// @param purpose in words; empty before one was stated
/// @param deed what was done, in words
/// @param what to what kind of thing
/// @param channel page, API, command or job
/// @param outcome what came of it
/// @param references of records that were shown or changed, as far as the reader may know that they exist
/// @param records how many records were shown or changed
public record TrailLine(
        UUID id,
        Instant at,
        String who,
        String agency,
        String role,
        String purpose,
        String deed,
        String what,
        String channel,
        String outcome,
        List<String> references,
        int records) {}
