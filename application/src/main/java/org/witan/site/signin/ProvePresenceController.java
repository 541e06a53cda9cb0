package org.witan.site.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.OpenToSignedIn;
import org.witan.access.Presence;
import org.witan.access.Refused;
import org.witan.access.signin.AskingForPasskeys;
import org.witan.access.signin.ProofOfPresence;
import org.witan.access.signin.ProofOfPresence.PasskeyAnswer;
import org.witan.access.signin.ProofOfPresence.PasswordAndCode;
import org.witan.access.signin.ProofOfPresence.Proof;
import org.witan.access.signin.Provider;
import org.witan.access.signin.SigningInByProvider;
import org.witan.access.signin.StepUp;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Where somebody who has signed in proves that they still sit there, before a page that asks for it.
@Controller
class ProvePresenceController {
    private static final String PATH = "/prove-presence";
    private final List<ProofOfPresence> proofs;
    private final AskingForPasskeys asking;
    private final SigningInByProvider providers;
    private final ThisSite sites;
    private final Wording words;
    private final Clock clock;

    ProvePresenceController(
            List<ProofOfPresence> proofs,
            AskingForPasskeys asking,
            SigningInByProvider providers,
            ThisSite sites,
            Wording words,
            Clock clock) {
        this.proofs = proofs;
        this.asking = asking;
        this.providers = providers;
        this.sites = sites;
        this.words = words;
        this.clock = clock;
    }

    @OpenToSignedIn
    @GetMapping(PATH)
    String page(HttpServletRequest request, Caller caller, Model model) {
        return page(request, caller, model, blank(), null);
    }

    @OpenToSignedIn
    @PostMapping(PATH + "/passkey")
    String byPasskey(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            @RequestParam(defaultValue = "") String answer) {
        var challenge = PasskeyAsk.taken(request);
        return sites.forPasskeys(request)
                .map(site ->
                        prove(request, response, caller, model, blank(), new PasskeyAnswer(site, challenge, answer)))
                .orElseThrow(Absent::new);
    }

    @OpenToSignedIn
    @PostMapping(PATH + "/password")
    String byPassword(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "presence", sent);
        var proof = new PasswordAndCode(form.verbatim("password"), form.value("code"));
        return prove(request, response, caller, model, form, proof);
    }

    /// What somebody sent without fresh proof: shown to them again, to be sent again once they have proved themselves.
    @OpenToSignedIn
    @PostMapping(PATH + "/first")
    String first(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String action)) {
            throw new Absent();
        }
        var kept = request.getParameterMap().entrySet().stream()
                .flatMap(sent -> Arrays.stream(sent.getValue()).map(value -> new Kept(sent.getKey(), value)))
                .toList();
        // The proof opens in another tab, and must not lead away from this one.
        request.getSession().removeAttribute(StepUp.RETURN_TO);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("page", new FirstPage(action, kept));
        return "site/signin/presence-first";
    }

    @OpenToSignedIn
    @GetMapping(PATH + "/done")
    String done() {
        return "site/signin/presence-done";
    }

    private String prove(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            Form form,
            Proof proof) {
        var kind = kind(proof.getClass()).orElseThrow(Absent::new);
        try {
            kind.prove(caller, proof);
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return page(request, caller, model, form, refused);
        }
        HttpSession session = request.getSession();
        // Whoever knew the session before the proof must not profit from it.
        request.changeSessionId();
        session.setAttribute(Presence.ATTRIBUTE, new Presence(clock.instant()));
        Object back = session.getAttribute(StepUp.RETURN_TO);
        session.removeAttribute(StepUp.RETURN_TO);
        return "redirect:" + (back instanceof String path && isOwn(path) ? path : PATH + "/done");
    }

    private String page(HttpServletRequest request, Caller caller, Model model, Form form, @Nullable Refused refused) {
        @Nullable
        PasskeyAsk ask = isOpen(PasskeyAnswer.class, caller)
                ? PasskeyAsk.in(
                        request,
                        sites,
                        PATH + "/passkey",
                        "presence.passkey.button",
                        site -> asking.askForPresence(caller, site))
                : null;
        boolean password = isOpen(PasswordAndCode.class, caller);
        var fields =
                password ? List.of(form.password("password", "current-password"), form.code("code")) : List.<Field>of();
        var others = providers.linked(caller);
        String at = ask == null ? "password" : "passkey";
        var problems = refused == null ? List.<Problem>of() : List.of(new Problem(at, words.the(refused.reason())));
        model.addAttribute(
                "page", new Page(problems, ask, fields, others, ask == null && !password && others.isEmpty()));
        return "site/signin/presence";
    }

    private boolean isOpen(Class<? extends Proof> proof, Caller caller) {
        return kind(proof).filter(kind -> kind.isOpenTo(caller)).isPresent();
    }

    private Optional<ProofOfPresence> kind(Class<? extends Proof> proof) {
        return proofs.stream().filter(kind -> kind.takes().equals(proof)).findFirst();
    }

    private Form blank() {
        return Form.blank(words, "presence", Map.of());
    }

    private static boolean isOwn(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
    }

    /// @param fields password and code; empty when the account has none
    /// @param providers those that can let the person prove themselves again
    /// @param none true when there is nothing to prove with, and signing in again is the way
    record Page(
            List<Problem> problems,
            @Nullable PasskeyAsk ask,
            List<Field> fields,
            List<Provider> providers,
            boolean none) {}

    /// @param action where the form goes again
    record FirstPage(String action, List<Kept> kept) {}

    /// A value that was sent.
    record Kept(String name, String value) {
        @Override
        public String toString() {
            return "value of " + name;
        }
    }
}
