package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.Presence;
import org.witan.access.Refused;
import org.witan.access.signin.Arrival;
import org.witan.access.signin.Arrived;
import org.witan.access.signin.Provider;
import org.witan.access.signin.ProviderSilent;
import org.witan.access.signin.SigningInByProvider;
import org.witan.site.Wording;

/// Sends people to the provider of their agency and takes them in when they return.
@Controller
class ProviderController {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderController.class);
    private final SigningInByProvider signingIn;
    private final ReturnCookie cookie;
    private final ThisSite site;
    private final Beginning beginning;
    private final Wording words;

    ProviderController(
            SigningInByProvider signingIn, ReturnCookie cookie, ThisSite site, Beginning beginning, Wording words) {
        this.signingIn = signingIn;
        this.cookie = cookie;
        this.site = site;
        this.beginning = beginning;
        this.words = words;
    }

    /// Where a link leads. Nobody is sent to the provider without an act of theirs: it may remember
    /// them, and then a link of somebody else would begin their session.
    @OpenToEveryone
    @GetMapping("/sign-in/oidc/{name}")
    String before(Model model, @PathVariable String name) {
        Provider provider = signingIn.provider(name).orElseThrow(Absent::new);
        return page(model, "provider.before", words.the("provider.before.text", provider.title()), provider);
    }

    /// @param again true when the provider shall ask for proof although it remembers the person
    @OpenToEveryone
    @PostMapping("/sign-in/oidc/{name}")
    String depart(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean again) {
        Provider provider = signingIn.provider(name).orElseThrow(Absent::new);
        try {
            var departure = signingIn.depart(provider, site.origin(request), again);
            cookie.keep(response, departure.pending());
            // The policy about content lets no form lead to another site, so a page leads there.
            response.setHeader("Refresh", "0; url=" + departure.location());
            model.addAttribute("page", new Leaving(departure.location(), provider.title()));
            return "site/signin/provider-leaving";
        } catch (ProviderSilent silent) {
            return silent(response, model, provider, silent);
        }
    }

    @OpenToEveryone
    @GetMapping("/sign-in/oidc/{name}/return")
    String arrive(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            @PathVariable String name) {
        Provider provider = signingIn.provider(name).orElseThrow(Absent::new);
        var nobody = new Caller(null, caller.origin());
        var arrival = new Arrival(
                cookie.taken(request, response),
                site.origin(request),
                sent(request, "code"),
                sent(request, "state"),
                sent(request, "error"),
                sent(request, "iss"));
        try {
            Arrived arrived = signingIn.arrive(nobody, provider, arrival);
            beginning.begin(request, response, nobody, arrived.account(), "provider");
            request.getSession().setAttribute(Presence.ATTRIBUTE, arrived.presence());
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return page(model, "provider.refused", words.the(refused.reason(), provider.title()), provider);
        } catch (ProviderSilent silent) {
            return silent(response, model, provider, silent);
        }
        // A page of ours must lead on: what a redirect from another site leads to gets no strict cookie.
        response.setHeader("Refresh", "0; url=/work");
        return "site/signin/provider-arrived";
    }

    private String silent(HttpServletResponse response, Model model, Provider provider, ProviderSilent silent) {
        Throwable cause = silent.getCause();
        LOG.warn(
                "The provider {} does not answer ({})",
                provider.name(),
                cause == null ? "" : cause.getClass().getSimpleName());
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return page(model, "provider.silent", words.the("provider.silent.text", provider.title()), provider);
    }

    /// @param words start of the keys of the title and of the button
    private String page(Model model, String words, String text, Provider provider) {
        model.addAttribute(
                "page",
                new Page(
                        this.words.the(words + ".title", provider.title()),
                        text,
                        provider.path(),
                        this.words.the(words + ".button", provider.title())));
        return "site/signin/provider";
    }

    private static String sent(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /// @param path where the button leads
    record Page(String title, String text, String path, String button) {}

    /// @param location where the provider asks for proof
    record Leaving(String location, String title) {}
}
