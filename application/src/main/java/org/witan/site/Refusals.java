package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Choice;
import org.witan.access.NotAViewer;
import org.witan.access.Refused;
import org.witan.access.TooMany;

/// Answers for a page whose work could not be done: absent, refused by a rule, or asked by somebody who no longer acts
/// for the agency they chose.
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class Refusals {
    private final Wording words;
    private final Shell shell;

    Refusals(Wording words, Shell shell) {
        this.words = words;
        this.shell = shell;
    }

    @ExceptionHandler(Absent.class)
    void absent(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, words.the(refused.reason()), request);
    }

    @ExceptionHandler(TooMany.class)
    ModelAndView tooMany(TooMany refused, HttpServletRequest request, HttpServletResponse response) {
        long seconds = Math.max(1, refused.waiting().toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        long minutes = (seconds + 59) / 60;
        return page(HttpStatus.TOO_MANY_REQUESTS, words.the("site.refused.too-many", refused.most(), minutes), request);
    }

    @ExceptionHandler(Busy.class)
    ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        var page = new ModelAndView("site/failure");
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("page", new Failures.Page("site.failure.busy", null));
        page.addObject("shell", shell.view(request));
        return page;
    }

    private ModelAndView page(HttpStatus status, String reason, HttpServletRequest request) {
        var page = new ModelAndView("site/refused");
        page.setStatus(status);
        page.addObject("page", new Page(reason));
        // What every page has is not added by itself to the answer of an exception.
        page.addObject("shell", shell.view(request));
        return page;
    }

    @ExceptionHandler(NotAViewer.class)
    String noLongerActing(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Choice.ATTRIBUTE);
        }
        return "redirect:/acting-as";
    }

    /// @param reason why, in words
    record Page(String reason) {}
}
