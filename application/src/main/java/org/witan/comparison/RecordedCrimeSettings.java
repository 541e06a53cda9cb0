package org.witan.comparison;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where recorded crime and the partnership's own definitions are.
///
/// @param store the folder of snapshots that `./witan statistics load` writes
/// @param definitions a folder with the partnership's offence sets and breaks; absent: only the shipped ones
/// @param area the area the form offers first, with its districts
@ConfigurationProperties("witan")
record RecordedCrimeSettings(
        @DefaultValue(".witan/store") Path store,
        @Nullable Path definitions,
        @DefaultValue("E23000015") String area) {}
