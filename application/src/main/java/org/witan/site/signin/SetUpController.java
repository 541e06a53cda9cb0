package org.witan.site.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
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
import org.witan.access.signin.Links;
import org.witan.access.signin.NewCredential;
import org.witan.access.signin.OpenLink;
import org.witan.access.signin.SettingUp;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Behind the set-up link: the partnership's name, its first administrator, and how that person signs in.
@Controller
class SetUpController {
    private static final String WORDS = "sign-in.set-up";
    private final Links links;
    private final SettingUp settingUp;
    private final CredentialForm credentials;
    private final SetUpNotice notice;
    private final Wording words;

    SetUpController(Links links, SettingUp settingUp, CredentialForm credentials, SetUpNotice notice, Wording words) {
        this.links = links;
        this.settingUp = settingUp;
        this.credentials = credentials;
        this.notice = notice;
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/set-up/{token}")
    String page(@PathVariable String token, Model model) {
        requireLink(token);
        return show(model, token, Form.blank(words, WORDS, Map.of()));
    }

    @OpenToEveryone
    @PostMapping("/set-up/{token}")
    String setUp(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletResponse response,
            Model model) {
        requireLink(token);
        Form form = Form.sent(words, WORDS, sent);
        SettingUp.Partnership partnership = partnership(form);
        Optional<NewCredential> credential = credentials.read(token, form, context(partnership));
        if (!form.usable() || credential.isEmpty()) {
            response.setStatus(Answering.UNPROCESSABLE);
            return show(model, token, form);
        }
        try {
            if (settingUp.setUp(caller, token, partnership, credential.get()).isEmpty()) {
                throw new Absent();
            }
        } catch (DuplicateKeyException _) {
            form.reject("name", "used");
            response.setStatus(Answering.UNPROCESSABLE);
            return show(model, token, form);
        }
        notice.remove();
        return "redirect:/sign-in?after=set-up";
    }

    private void requireLink(String token) {
        if (links.at(token).filter(link -> link.kind() == OpenLink.Kind.SET_UP).isEmpty()) {
            throw new Absent();
        }
    }

    private static SettingUp.Partnership partnership(Form form) {
        String name = bounded(form, "name", 120);
        String given = form.value("given-name");
        String family = bounded(form, "family-name", 80);
        if (given.length() > 80) {
            form.reject("given-name", "long");
        }
        String email = form.required("email");
        if (!email.isEmpty() && !Addresses.usable(email)) {
            form.reject("email", "unusable");
        }
        return new SettingUp.Partnership(name, given, family, email);
    }

    private static String bounded(Form form, String field, int most) {
        String value = form.required(field);
        if (value.length() > most) {
            form.reject(field, "long");
        }
        return value;
    }

    private static List<String> context(SettingUp.Partnership partnership) {
        return List.of(partnership.name(), partnership.givenName(), partnership.familyName(), partnership.email());
    }

    private String show(Model model, String token, Form form) {
        model.addAttribute(
                "page",
                new Page(
                        form.text("name", "text", "organization"),
                        form.text("given-name", "text", "given-name"),
                        form.text("family-name", "text", "family-name"),
                        form.text("email", "email", "email"),
                        credentials.view(token, form),
                        form.problems()));
        return "site/signin/set-up";
    }

    record Page(
            Field name,
            Field givenName,
            Field familyName,
            Field email,
            CredentialForm.View credential,
            List<Problem> problems) {}
}
