package org.witan.site.api;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.WebRequest;

/// Holds a request to the version that it expects.
public final class Versions {

    private Versions() {}

    /// The same for a write that may only replace what its sender has read.
    ///
    /// @throws Unusable when there is no header `If-Match`, or it names others
    public static void demand(WebRequest request, String tag) {
        if (request.getHeaderValues(HttpHeaders.IF_MATCH) == null) {
            throw new Unusable(Fault.VERSION_MISSING);
        }
        hold(request, tag);
    }

    /// Holds a request that names a version to that version.
    ///
    /// @param tag the version that is there, in quotes
    /// @throws Unusable when the header `If-Match` names others
    public static void hold(WebRequest request, String tag) {
        String[] expected = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (expected == null) {
            return;
        }
        boolean held = Arrays.stream(expected)
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
        if (!held) {
            throw new Unusable(Fault.PRECONDITION_FAILED);
        }
    }
}
