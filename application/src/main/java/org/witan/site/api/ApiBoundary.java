package org.witan.site.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.witan.site.Silence;

/// Stands around all of the API: whatever goes wrong within, wherever, is answered with a problem and
/// never with a page, and no body is read that is too large or not JSON.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ApiBoundary extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ApiBoundary.class);
    private static final String V1 = "/api/v1";
    private final Problems problems;

    ApiBoundary(Problems problems) {
        this.problems = problems;
    }

    /// The path is the decoded one, by which handlers are found too.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(bounded(request), new ProblemsNotPages(response));
        } catch (Unusable unusable) {
            problems.answer(response, unusable.fault());
        } catch (Exception failure) {
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("The answer broke off.", failure);
        }
        response.resetBuffer();
        var silence = Silence.behind(failure);
        if (silence.isPresent()) {
            LOG.error("{}: the database does not answer ({})", request.getServletPath(), silence.get());
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            problems.answer(response, Fault.UNAVAILABLE);
            return;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}: the API failed", reference, failure);
        problems.answer(response, Fault.FAILED, Map.of("reference", reference));
    }

    private static HttpServletRequest bounded(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null && request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return request;
        }
        if (!request.getServletPath().startsWith(V1)) {
            // The form of the token endpoint, which Tomcat reads.
            return request;
        }
        if (!isJson(type) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new Unusable(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
        return BoundedRequest.of(request);
    }

    private static boolean isJson(@Nullable String type) {
        try {
            MediaType given = MediaType.parseMediaType(String.valueOf(type));
            return given.getType().equals("application")
                    && given.getSubtype().equals("json")
                    && (given.getCharset() == null || given.getCharset().name().equals("UTF-8"));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /// An answer to which an error is a problem, not a page.
    private final class ProblemsNotPages extends HttpServletResponseWrapper {

        ProblemsNotPages(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            resetBuffer();
            problems.answer(this, Fault.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
