package org.witan.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Tells the browser, with every answer, to load nothing from elsewhere and to keep no page.
///
/// It stands before the application, in the server itself: a request that the server refuses as malformed never reaches
/// a filter.
final class SecurityHeaders extends ValveBase {
    private static final String CONTENT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /// Two years, as the lists of browsers ask for.
    private static final String ENCRYPTED_ONLY = "max-age=63072000; includeSubDomains";

    private final boolean encrypted;

    SecurityHeaders(boolean encrypted) {
        super(true);
        this.encrypted = encrypted;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Our own pages must see the origin of a form, so that a form of another site can be told apart.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cache-Control", "no-store");
        if (encrypted) {
            response.setHeader("Strict-Transport-Security", ENCRYPTED_ONLY);
        }
        getNext().invoke(request, response);
    }
}
