package org.witan.site.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.signin.Joining;
import org.witan.access.signin.Links;
import org.witan.access.signin.NewCredential;
import org.witan.access.signin.OpenLink;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Behind an invitation, or the link of a recovery: somebody sets how they sign in.
@Controller
class JoinController {
    private static final String WORDS = "sign-in.join";
    private final Links links;
    private final Joining joining;
    private final CredentialForm credentials;
    private final Wording words;

    JoinController(Links links, Joining joining, CredentialForm credentials, Wording words) {
        this.links = links;
        this.joining = joining;
        this.credentials = credentials;
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/join/{token}")
    String page(@PathVariable String token, Model model) {
        return show(model, token, link(token), Form.blank(words, WORDS, Map.of()));
    }

    @OpenToEveryone
    @PostMapping("/join/{token}")
    String join(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        OpenLink link = link(token);
        Form form = Form.sent(words, WORDS, sent);
        String companion = link.kind() == OpenLink.Kind.RECOVERY ? form.required("companion") : "";
        Optional<NewCredential> credential =
                credentials.read(token, form, List.of(link.givenName(), link.familyName(), link.email()));
        if (!form.usable() || credential.isEmpty()) {
            response.setStatus(Answering.UNPROCESSABLE);
            return show(model, token, link, form);
        }
        return switch (joining.join(caller, token, link, companion, credential.get())) {
            case Joining.Joined _ -> "redirect:/sign-in?after=joined";
            case Joining.NoLink _ -> {
                // Somebody else may have been faster with the same link; then there is nothing to mend.
                OpenLink still = link(token);
                form.reject("companion", "wrong");
                response.setStatus(Answering.UNPROCESSABLE);
                yield show(model, token, still, form);
            }
            case Joining.Wait wait -> {
                form.reject("code", "wait", Answering.waitFor(wait.time(), response));
                yield show(model, token, link, form);
            }
        };
    }

    private OpenLink link(String token) {
        return links.at(token)
                .filter(link -> link.kind() != OpenLink.Kind.SET_UP)
                .orElseThrow(Absent::new);
    }

    private String show(Model model, String token, OpenLink link, Form form) {
        boolean recovery = link.kind() == OpenLink.Kind.RECOVERY;
        model.addAttribute(
                "page",
                new Page(
                        recovery ? "sign-in.join.again" : "sign-in.join.first",
                        (link.givenName() + " " + link.familyName()).strip(),
                        link.email(),
                        recovery ? form.text("companion") : null,
                        credentials.view(token, form),
                        form.problems()));
        return "site/signin/join";
    }

    /// @param words start of the keys of the page's words
    /// @param companion the code that goes with a recovery; null for an invitation
    record Page(
            String words,
            String name,
            String email,
            @Nullable Field companion,
            CredentialForm.View credential,
            List<Problem> problems) {}
}
