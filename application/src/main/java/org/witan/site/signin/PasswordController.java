package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.OpenToSignedIn;
import org.witan.access.signin.ChangingPasswords;
import org.witan.access.signin.PasswordRules;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Where somebody changes their password. Not found by whoever signs in without one.
@Controller
class PasswordController {
    private static final String WORDS = "sign-in.change";
    private final ChangingPasswords changing;
    private final PasswordRules rules;
    private final Wording words;

    PasswordController(ChangingPasswords changing, PasswordRules rules, Wording words) {
        this.changing = changing;
        this.rules = rules;
        this.words = words;
    }

    @OpenToSignedIn
    @GetMapping("/password")
    String page(Caller caller, Model model) {
        person(caller);
        return show(model, Form.blank(words, WORDS, Map.of()));
    }

    @OpenToSignedIn
    @PostMapping("/password")
    String change(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var person = person(caller);
        Form form = Form.sent(words, WORDS, sent);
        ChangingPasswords.Typed typed = read(form, person);
        if (!form.usable()) {
            response.setStatus(Answering.UNPROCESSABLE);
            return show(model, form);
        }
        return switch (changing.change(
                caller, person, typed, request.getSession().getId())) {
            case ChangingPasswords.Changed _ -> {
                request.changeSessionId();
                yield "redirect:/sessions";
            }
            case ChangingPasswords.NotProved _ -> {
                form.reject("former", "wrong");
                response.setStatus(Answering.UNPROCESSABLE);
                yield show(model, form);
            }
            case ChangingPasswords.Wait wait -> {
                form.reject("former", "wait", Answering.waitFor(wait.time(), response));
                yield show(model, form);
            }
        };
    }

    private ChangingPasswords.Person person(Caller caller) {
        return changing.person(caller).orElseThrow(Absent::new);
    }

    private ChangingPasswords.Typed read(Form form, ChangingPasswords.Person person) {
        String former = form.verbatim("former");
        if (former.isEmpty()) {
            form.reject("former", "missing");
        }
        String code = form.required("code");
        String wanted = form.verbatim("password");
        rules.problem(wanted, List.of(person.givenName(), person.familyName(), person.email()))
                .ifPresent(key -> form.reject("password", key, PasswordRules.SHORTEST, PasswordRules.LONGEST));
        return new ChangingPasswords.Typed(former, code, wanted);
    }

    private String show(Model model, Form form) {
        model.addAttribute(
                "page",
                new Page(
                        form.password("former", "current-password"),
                        form.code("code"),
                        form.password("password", "new-password"),
                        form.problems()));
        return "site/signin/password";
    }

    record Page(Field former, Field code, Field password, List<Problem> problems) {}
}
