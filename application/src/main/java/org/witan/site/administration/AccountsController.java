package org.witan.site.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Account;
import org.witan.access.directory.KeepingAccounts;
import org.witan.access.directory.OpenSessions;
import org.witan.access.directory.Rules;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Where an administrator keeps the accounts of people.
@Controller
class AccountsController {
    private static final String FORM = "administration.account";
    private static final int LONGEST_NAME = 80;
    private final KeepingAccounts accounts;
    private final AccountPages pages;
    private final ObjectProvider<OpenSessions> sessions;
    private final Wording words;
    private final Clock clock;

    AccountsController(
            KeepingAccounts accounts,
            AccountPages pages,
            ObjectProvider<OpenSessions> sessions,
            Wording words,
            Clock clock) {
        this.accounts = accounts;
        this.pages = pages;
        this.sessions = sessions;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "page", pages.list(Form.blank(words, "administration.search", Map.of()), accounts.search(viewer, "")));
        return "administration/accounts";
    }

    /// Sent as a form, because a name does not belong in an address.
    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/search")
    String search(Viewer viewer, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var form = Form.sent(words, "administration.search", sent);
        model.addAttribute("page", pages.list(form, accounts.search(viewer, form.value("words"))));
        return "administration/accounts";
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/new")
    ModelAndView blank() {
        return pages.adding(Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()))
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typing.id(form, "id");
        Account.Details details = details(form, id);
        if (form.usable()) {
            try {
                accounts.add(viewer, details);
                return to(id);
            } catch (Refused refused) {
                taken(form, refused);
            }
        }
        return pages.adding(form, id).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/{id}")
    String open(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.account(viewer, accounts.open(viewer, id), null));
        return "administration/account";
    }

    /// Proof of presence is asked, because a provider finds a person by their e-mail address at the first time.
    @ProvenPresence
    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        Account account = thePerson(viewer, id);
        var known = Map.of(
                "given-name", List.of(account.givenName()),
                "family-name", List.of(account.familyName()),
                "email", List.of(account.email()),
                "home-postcode",
                        List.of(Optional.ofNullable(account.homePostcode()).orElse("")));
        return pages.editing(Form.blank(words, FORM, known), account, false).shown();
    }

    @ProvenPresence
    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{id}/edit")
    ModelAndView change(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Account.Details details = details(form, id);
        boolean stale = false;
        if (form.usable()) {
            try {
                accounts.change(viewer, details, Typing.number(form, "version"));
                return to(id);
            } catch (Refused refused) {
                stale = taken(form, refused);
            }
        }
        return pages.editing(form, thePerson(viewer, id), stale).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/{id}/close")
    ModelAndView askToClose(Viewer viewer, @PathVariable UUID id) {
        thePerson(viewer, id);
        return pages.closing(accounts.open(viewer, id), false).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{id}/close")
    ModelAndView close(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        try {
            accounts.close(viewer, id, Typing.number(Form.sent(words, FORM, sent), "version"));
        } catch (Refused refused) {
            if (!refused.reason().equals(Rules.STALE)) {
                throw refused;
            }
            return pages.closing(accounts.open(viewer, id), true).shown();
        }
        sessions.ifAvailable(open -> open.endAll(viewer, id));
        return to(id);
    }

    private Account thePerson(Viewer viewer, UUID id) {
        Account account = accounts.open(viewer, id).account();
        if (account.system()) {
            throw new Absent();
        }
        return account;
    }

    private static Account.Details details(Form form, UUID id) {
        String given = form.value("given-name");
        if (given.length() > LONGEST_NAME) {
            form.reject("given-name", "long", LONGEST_NAME);
        }
        return new Account.Details(
                id,
                given,
                Typing.text(form, "family-name", LONGEST_NAME),
                Typing.email(form, "email"),
                Typing.postcode(form, "home-postcode").orElse(null));
    }

    /// Whether the refusal is that somebody else was faster; that an address is in use is said at its field.
    private static boolean taken(Form form, Refused refused) {
        if (refused.reason().equals(Rules.TAKEN)) {
            form.reject("email", "taken");
            return false;
        }
        if (refused.reason().equals(Rules.STALE)) {
            return true;
        }
        throw refused;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/administration/accounts/" + id);
    }
}
