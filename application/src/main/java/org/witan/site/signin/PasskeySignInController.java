package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.Refused;
import org.witan.access.signin.AskingForPasskeys;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Signs people in by a passkey.
@Controller
class PasskeySignInController {
    private static final String PATH = "/sign-in/passkey";
    private final AskingForPasskeys asking;
    private final ThisSite sites;
    private final Beginning beginning;
    private final Wording words;

    PasskeySignInController(AskingForPasskeys asking, ThisSite sites, Beginning beginning, Wording words) {
        this.asking = asking;
        this.sites = sites;
        this.beginning = beginning;
        this.words = words;
    }

    @Bean
    static WayIn passkeyWayIn() {
        return new WayIn(PATH, "passkeys.way-in", false);
    }

    @OpenToEveryone
    @GetMapping(PATH)
    String page(HttpServletRequest request, Model model) {
        return page(request, model, List.of());
    }

    @OpenToEveryone
    @PostMapping(PATH)
    String signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            @RequestParam(defaultValue = "") String answer) {
        var site = sites.forPasskeys(request);
        if (site.isEmpty()) {
            return page(request, model, List.of());
        }
        // Nobody is known yet, even when an earlier session is still open.
        var nobody = new Caller(null, caller.origin());
        try {
            UUID account = asking.signIn(nobody, site.get(), PasskeyAsk.taken(request), answer);
            beginning.begin(request, response, nobody, account, "passkey");
            return "redirect:/work";
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return page(request, model, List.of(new Problem("passkey", words.the(refused.reason()))));
        }
    }

    private String page(HttpServletRequest request, Model model, List<Problem> problems) {
        model.addAttribute(
                "page",
                new Page(
                        problems, PasskeyAsk.in(request, sites, PATH, "passkeys.sign-in.button", asking::askToSignIn)));
        return "site/signin/passkey-sign-in";
    }

    record Page(List<Problem> problems, PasskeyAsk ask) {}
}
