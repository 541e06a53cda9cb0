package org.witan.access.systems;

import java.time.Duration;

/// How often something may be done.
///
/// @param most at most so often at once
/// @param within the time in which a bucket that is empty fills again
public record Limit(int most, Duration within) {

    /// The time after which one more try is there.
    public Duration each() {
        return within.dividedBy(most);
    }
}
