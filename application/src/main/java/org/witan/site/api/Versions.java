package org.witan.site.api;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.WebRequest;

/// Holds a request to the version that it expects.
public final class Versions {

    private Versions() {}

    /// The same for a write that may only replace what its sender has read.
    ///
    /// @throws Unusable when there is no header `If-Match`, it names any version, or it names others
    public static void demand(WebRequest request, String tag) {
        if (named(request).allMatch("*"::equals)) {
            throw new Unusable(Fault.VERSION_MISSING);
        }
        if (named(request).noneMatch(tag::equals)) {
            throw new Unusable(Fault.PRECONDITION_FAILED);
        }
    }

    /// Holds a request that names a version to that version.
    ///
    /// @param tag the version that is there, in quotes
    /// @throws Unusable when the header `If-Match` names others
    public static void hold(WebRequest request, String tag) {
        if (request.getHeaderValues(HttpHeaders.IF_MATCH) != null
                && named(request).noneMatch(one -> one.equals("*") || one.equals(tag))) {
            throw new Unusable(Fault.PRECONDITION_FAILED);
        }
    }

    private static Stream<String> named(WebRequest request) {
        String[] expected = request.getHeaderValues(HttpHeaders.IF_MATCH);
        return Stream.ofNullable(expected)
                .flatMap(Arrays::stream)
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip);
    }
}
