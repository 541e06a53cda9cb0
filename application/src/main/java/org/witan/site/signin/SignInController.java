package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.signin.Demonstration;
import org.witan.access.signin.SigningIn;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Signing in with a password and a code; the page offers the other ways too.
@Controller
class SignInController {
    private static final String WORDS = "sign-in.form";
    private static final String AFTER = "redirect:/work";
    private final SigningIn signingIn;
    private final Beginning beginning;
    private final Demonstration demonstration;
    private final ObjectProvider<WayIn> ways;
    private final Wording words;

    SignInController(
            SigningIn signingIn,
            Beginning beginning,
            Demonstration demonstration,
            ObjectProvider<WayIn> ways,
            Wording words) {
        this.signingIn = signingIn;
        this.beginning = beginning;
        this.demonstration = demonstration;
        this.ways = ways;
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String after, Model model) {
        String note =
                after != null && List.of("left", "idle", "set-up", "joined").contains(after)
                        ? words.the("sign-in.after." + after)
                        : null;
        return show(model, Form.blank(words, WORDS, Map.of()), note, null);
    }

    @OpenToEveryone
    @PostMapping("/sign-in")
    String signIn(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.sent(words, WORDS, sent);
        String email = form.required("email");
        String password = form.verbatim("password");
        if (password.isEmpty()) {
            form.reject("password", "missing");
        }
        String code = form.required("code");
        if (!form.usable()) {
            response.setStatus(Answering.UNPROCESSABLE);
            return show(model, form, null, null);
        }
        return switch (signingIn.prove(caller, email, password, code)) {
            case SigningIn.Proved proved -> {
                beginning.begin(request, response, caller, proved.account(), "password");
                yield AFTER;
            }
            case SigningIn.NotProved _ -> {
                response.setStatus(Answering.UNPROCESSABLE);
                yield show(model, form, null, new Problem("email", words.the("sign-in.not-proved")));
            }
            case SigningIn.Wait wait -> {
                long minutes = Answering.waitFor(wait.time(), response);
                yield show(model, form, null, new Problem("email", words.the("sign-in.wait", minutes)));
            }
        };
    }

    /// An invented person of the demonstration; found nowhere else.
    @OpenToEveryone
    @PostMapping("/sign-in/invented")
    String signInAsInvented(
            @RequestParam UUID account, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        beginning.begin(request, response, caller, demonstration.account(account), "demonstration");
        return AFTER;
    }

    private String show(Model model, Form form, @Nullable String note, @Nullable Problem refusal) {
        List<Problem> problems = refusal == null ? form.problems() : List.of(refusal);
        model.addAttribute(
                "page",
                new Page(
                        form.text("email", "email", "username"),
                        form.password("password", "current-password"),
                        form.code("code"),
                        problems,
                        note,
                        ways.orderedStream().toList(),
                        demonstration.people()));
        return "site/signin/sign-in";
    }

    /// @param note what happened just before, in words; null when nothing did
    /// @param ways the other ways to sign in
    /// @param invented the people of a demonstration; none anywhere else
    record Page(
            Field email,
            Field password,
            Field code,
            List<Problem> problems,
            @Nullable String note,
            List<WayIn> ways,
            List<Demonstration.InventedPerson> invented) {}
}
