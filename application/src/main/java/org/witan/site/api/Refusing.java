package org.witan.site.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.systems.Limit;
import org.witan.access.systems.Tokens;
import org.witan.access.systems.Tries;

/// Answers whoever proved nothing: the refusal is in the trail, unless the same address was refused so often that the
/// trail would drown. A right secret or token is taken even then: nobody can shut a system out by guessing in its
/// place.
@Component
final class Refusing {
    private static final Limit LIMIT = new Limit(30, Duration.ofMinutes(5));
    private final Problems problems;
    private final Tokens tokens;
    private final Tries tries;

    Refusing(Problems problems, Tokens tokens, Tries tries) {
        this.problems = problems;
        this.tokens = tokens;
        this.tries = tries;
    }

    /// Whether the caller gets the usual answer; when not, they have been told to wait.
    ///
    /// @param what `secret` or `token`
    /// @param named the system that the caller said to be; null when it named none
    boolean written(
            HttpServletRequest request, HttpServletResponse response, String path, String what, @Nullable UUID named)
            throws IOException {
        if (!tries.take("refused " + request.getRemoteAddr(), LIMIT).allowed()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(LIMIT.each().toSeconds()));
            problems.answer(response, Fault.TOO_MANY_REQUESTS);
            return false;
        }
        tokens.refused(new Caller(null, ApiOrigin.of(request, path, "")), what, named);
        return true;
    }
}
