package org.witan.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.witan.access.OpenToEveryone;

/// The page a reader gets when there is no other: not found, not understood, a database that does not answer, or our
/// fault with a reference that the log holds too. No message of ours reaches it.
@Controller
class Failures implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @OpenToEveryone
    @RequestMapping("/error")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var silence = silence(request);
        if (silence.isPresent()) {
            LOG.error("{}: the database does not answer ({})", place(request), silence.get());
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "30");
            return failure(model, new Page("site.failure.database", null));
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Kind kind = Kind.of(status);
        response.setStatus(kind == Kind.UNUSABLE ? 422 : status);
        return failure(model, new Page(kind.words, kind == Kind.OURS ? reference(request) : null));
    }

    private static String failure(Model model, Page page) {
        model.addAttribute("page", page);
        return "site/failure";
    }

    private static Optional<String> silence(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Silence.behind(failure)
                : Optional.empty();
    }

    /// The address that failed; a link that lets somebody in must not be read in the log.
    private static String place(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .replaceFirst("^/(set-up|join)/.*", "/$1/…");
    }

    private static String reference(HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}: {} failed", reference, place(request), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }

    /// What went wrong, as far as a reader can tell the cases apart.
    private enum Kind {
        NOT_FOUND("site.failure.not-found"),
        UNUSABLE("site.failure.unusable"),
        OURS("site.failure.ours");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        static Kind of(int status) {
            if (status == 404) {
                return NOT_FOUND;
            }
            return status >= 400 && status < 500 ? UNUSABLE : OURS;
        }
    }

    /// @param words start of the keys of the page's words
    record Page(String words, @Nullable String reference) {}
}
