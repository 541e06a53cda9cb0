package org.witan.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the trail keeps what must not be in the database.
///
/// @param key the file with the secret; all nodes need the same
/// @param heads the file that signed heads of the chain are appended to
@ConfigurationProperties("witan.trail")
record TrailSettings(
        @DefaultValue(".witan/trail.key") Path key,
        @DefaultValue(".witan/trail.heads") Path heads) {}
