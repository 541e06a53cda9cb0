package org.witan.marac.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// The answer to a form of the conference that was taken: the case again, or nothing for a page that asks for what has
/// changed by itself. A page must not take the way to the sign-in page for having been heard, so it gets no redirect.
final class LiveAnswer {
    private static final String BY_THE_PAGE = "live";
    private static final View NOTHING = (_, _, response) -> response.setStatus(HttpStatus.NO_CONTENT.value());

    private LiveAnswer() {}

    /// Whether the page itself sent it.
    static boolean isWanted(MultiValueMap<String, String> sent) {
        return sent.containsKey(BY_THE_PAGE);
    }

    /// What was sent by the page itself was not taken, and why it knows by the status.
    static ModelAndView refused(HttpStatus status) {
        return new ModelAndView((View) (_, _, response) -> response.setStatus(status.value()));
    }

    static ModelAndView to(UUID meeting, UUID item, MultiValueMap<String, String> sent) {
        return isWanted(sent)
                ? new ModelAndView(NOTHING)
                : new ModelAndView("redirect:/conference/" + meeting + "/" + item);
    }
}
