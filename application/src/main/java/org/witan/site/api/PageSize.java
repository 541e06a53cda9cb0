package org.witan.site.api;

import org.jspecify.annotations.Nullable;

/// How many things a page of a list holds.
public final class PageSize {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageSize() {}

    /// The header `Link` that leads to the next page.
    public static String link(String path, String cursor, int size) {
        return "<%s?cursor=%s&limit=%d>; rel=\"next\"".formatted(path, cursor, size);
    }

    /// The size that was asked for, or the usual one.
    ///
    /// @throws Unusable when it is not between 1 and 200
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw new Unusable(Fault.INVALID, "limit");
        }
        return asked;
    }
}
