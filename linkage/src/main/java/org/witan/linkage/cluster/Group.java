package org.witan.linkage.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records that are taken to tell of the same thing.
///
/// @param rows rising
/// @param attention why a person should look at it, or nothing
public record Group(List<Integer> rows, @Nullable String attention) {
    public Group {
        rows = List.copyOf(rows);
    }
}
