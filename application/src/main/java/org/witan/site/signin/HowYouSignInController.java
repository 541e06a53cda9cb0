package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.witan.access.OpenToSignedIn;
import org.witan.access.ProvenPresence;
import org.witan.access.Refused;
import org.witan.access.signin.Passkey;
import org.witan.access.signin.RegisteringPasskeys;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Where somebody who has signed in keeps their passkeys. Whoever adds or ends one must have proved their presence: an
/// open session on an empty desk is no reason to change how its owner signs in.
@Controller
class HowYouSignInController {
    private static final String PATH = "/how-you-sign-in";
    private static final String ADD = PATH + "/passkeys";
    private static final int LONGEST_LABEL = 60;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private final RegisteringPasskeys registering;
    private final ThisSite sites;
    private final Wording words;

    HowYouSignInController(RegisteringPasskeys registering, ThisSite sites, Wording words) {
        this.registering = registering;
        this.sites = sites;
        this.words = words;
    }

    @OpenToSignedIn
    @GetMapping(PATH)
    String list(Caller caller, Model model) {
        var rows = registering.list(caller).stream().map(this::row).toList();
        model.addAttribute("page", new ListPage(rows));
        return "site/signin/passkeys";
    }

    @OpenToSignedIn
    @ProvenPresence
    @GetMapping(ADD + "/new")
    String add(HttpServletRequest request, Caller caller, Model model) {
        return add(request, caller, model, Form.blank(words, "passkeys.add", Map.of()), null);
    }

    @OpenToSignedIn
    @ProvenPresence
    @PostMapping(ADD)
    String register(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Model model,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "passkeys.add", sent);
        String label = form.required("label");
        if (label.length() > LONGEST_LABEL) {
            form.reject("label", "long", LONGEST_LABEL);
        }
        var challenge = PasskeyAsk.taken(request);
        var site = sites.forPasskeys(request);
        @Nullable Refused why = null;
        if (form.usable() && site.isPresent()) {
            try {
                registering.register(caller, site.get(), challenge, form.verbatim("answer"), label);
                return "redirect:" + PATH;
            } catch (Refused refused) {
                why = refused;
            }
        }
        response.setStatus(422);
        return add(request, caller, model, form, why);
    }

    @OpenToSignedIn
    @ProvenPresence
    @GetMapping(ADD + "/{id}/end")
    String askToEnd(Caller caller, @PathVariable UUID id, Model model) {
        return askToEnd(caller, id, model, List.of());
    }

    private String askToEnd(Caller caller, UUID id, Model model, List<Problem> problems) {
        var row = registering.list(caller).stream()
                .filter(passkey -> passkey.id().equals(id))
                .map(this::row)
                .findFirst()
                .orElseThrow(Absent::new);
        model.addAttribute("page", new EndPage(problems, row));
        return "site/signin/passkey-end";
    }

    @OpenToSignedIn
    @ProvenPresence
    @PostMapping(ADD + "/{id}/end")
    String end(HttpServletResponse response, Caller caller, @PathVariable UUID id, Model model) {
        try {
            registering.end(caller, id);
            return "redirect:" + PATH;
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return askToEnd(caller, id, model, List.of(new Problem("passkey", words.the(refused.reason()))));
        }
    }

    private String add(HttpServletRequest request, Caller caller, Model model, Form form, @Nullable Refused refused) {
        var ask = PasskeyAsk.in(request, sites, ADD, "passkeys.add.button", site -> registering.ask(caller, site));
        var problems = refused == null ? form.problems() : List.of(new Problem("passkey", words.the(refused.reason())));
        model.addAttribute("page", new AddPage(problems, form.text("label"), ask));
        return "site/signin/passkey-add";
    }

    private Row row(Passkey passkey) {
        Instant used = passkey.lastUsedAt();
        return new Row(
                ADD + "/" + passkey.id() + "/end",
                passkey.label(),
                DAY.format(passkey.createdAt()),
                used == null ? words.the("passkeys.never-used") : DAY.format(used),
                words.the(passkey.backedUp() ? "passkeys.synchronised" : "passkeys.one-device"));
    }

    record ListPage(List<Row> rows) {}

    /// @param end where it is ended
    /// @param kept where it lies, in words
    record Row(String end, String label, String created, String used, String kept) {}

    record EndPage(List<Problem> problems, Row row) {}

    record AddPage(List<Problem> problems, Field label, PasskeyAsk ask) {}
}
