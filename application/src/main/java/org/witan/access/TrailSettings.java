package org.witan.access;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the trail keeps what must not be in the database.
///
/// @param key the file with the secret; all nodes need the same
/// @param heads the file that signed heads of the chain are appended to
/// @param signEvery how much time passes at least between two signed heads
@ConfigurationProperties("witan.trail")
public record TrailSettings(
        @DefaultValue(".witan/trail.key") Path key,
        @DefaultValue(".witan/trail.heads") Path heads,
        @DefaultValue("30s") Duration signEvery) {

    /// The file that remembers what was committed and is not sealed yet.
    Path unsealed() {
        return heads.resolveSibling("trail.unsealed");
    }
}
