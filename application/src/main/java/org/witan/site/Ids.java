package org.witan.site;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads ids that a form carries.
public final class Ids {
    private Ids() {}

    /// An id; null when it is none.
    public static @Nullable UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
