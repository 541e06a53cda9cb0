package org.witan.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenToEveryone;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.CheckingClaims;
import org.witan.statistics.comparison.ClaimsCheck;

/// Checks printed numbers against each other: which agree, and under which rounding.
@Controller
class CheckController {
    private static final String CLAIMS = "claims";
    private static final int LONGEST = 200;
    private final Wording words;

    CheckController(Wording words) {
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/check")
    ModelAndView check(@RequestParam(name = CLAIMS, required = false) @Nullable String typed) {
        if (typed == null) {
            return shown(page("", null, null));
        }
        String claims = typed.strip();
        if (claims.isEmpty()) {
            return shown(page("", words.the("comparison.check.empty"), null));
        }
        try {
            String text = claims.substring(0, Math.min(claims.length(), LONGEST));
            return shown(page(claims, null, CheckingClaims.check(text)));
        } catch (BadInput wrong) {
            return shown(page(claims, wrong.getMessage(), null));
        }
    }

    private Page page(String typed, @Nullable String error, @Nullable ClaimsCheck check) {
        String heading = words.the("comparison.check.heading");
        return new Page(
                error == null ? heading : words.the("site.error.title", heading),
                Field.of(
                        CLAIMS,
                        words.the("comparison.check.label"),
                        words.the("comparison.check.hint"),
                        typed,
                        error,
                        List.of()),
                error == null ? List.of() : List.of(new Problem(CLAIMS, error)),
                check == null ? null : verdict(check));
    }

    private Verdict verdict(ClaimsCheck check) {
        return new Verdict(
                check.agrees(),
                words.the(check.agrees() ? "comparison.check.agrees" : "comparison.check.disagrees"),
                check.relations().stream()
                        .map(relation -> new Finding(
                                words.the("comparison.check.name." + relation.name()),
                                relation.printed(),
                                words.the(relation.agrees() ? "comparison.check.yes" : "comparison.check.no"),
                                relation.explanation()))
                        .toList());
    }

    private static ModelAndView shown(Page page) {
        var view = new ModelAndView("comparison/check", "page", page);
        view.setStatus(page.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /// The page: the field, what is wrong with it, and what the check found.
    record Page(
            String title,
            Field field,
            List<Problem> problems,
            @Nullable Verdict verdict) {}

    /// Whether all printed numbers agree, and why.
    record Verdict(boolean agrees, String text, List<Finding> findings) {}

    /// One relation between printed numbers.
    record Finding(String name, String printed, String agrees, String explanation) {}
}
