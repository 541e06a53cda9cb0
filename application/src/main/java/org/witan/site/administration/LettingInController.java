package org.witan.site.administration;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Invitations;
import org.witan.access.directory.KeepingAccounts;
import org.witan.access.directory.OpenSessions;

/// Where an administrator lets a person in for the first time, and ends what is open of theirs.
@Controller
class LettingInController {
    private final KeepingAccounts accounts;
    private final AccountPages pages;
    private final ObjectProvider<Invitations> invitations;
    private final ObjectProvider<OpenSessions> sessions;

    LettingInController(
            KeepingAccounts accounts,
            AccountPages pages,
            ObjectProvider<Invitations> invitations,
            ObjectProvider<OpenSessions> sessions) {
        this.accounts = accounts;
        this.pages = pages;
        this.invitations = invitations;
        this.sessions = sessions;
    }

    /// Shows the link once, on this very answer: it is kept nowhere that could be read again.
    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{id}/link")
    String link(Viewer viewer, @PathVariable UUID id, Model model) {
        Invitations available = invitations.getIfAvailable();
        if (available == null) {
            throw new Absent();
        }
        requirePerson(viewer, id);
        String link = available.link(viewer, id);
        model.addAttribute("page", pages.account(viewer, accounts.open(viewer, id), link));
        return "administration/account";
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{id}/sessions/end")
    ModelAndView endSessions(Viewer viewer, @PathVariable UUID id) {
        OpenSessions available = sessions.getIfAvailable();
        if (available == null) {
            throw new Absent();
        }
        requirePerson(viewer, id);
        available.endAll(viewer, id);
        return new ModelAndView("redirect:/administration/accounts/" + id);
    }

    private void requirePerson(Viewer viewer, UUID id) {
        if (accounts.open(viewer, id).account().system()) {
            throw new Absent();
        }
    }
}
