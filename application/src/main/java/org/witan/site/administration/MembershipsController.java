package org.witan.site.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Account;
import org.witan.access.directory.GrantingMemberships;
import org.witan.access.directory.KeepingAccounts;
import org.witan.access.directory.KeepingAgencies;
import org.witan.access.directory.Membership;
import org.witan.access.directory.Rules;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Where an administrator grants memberships to others, changes them and ends them.
@Controller
class MembershipsController {
    private static final String FORM = "administration.membership";
    private final GrantingMemberships memberships;
    private final KeepingAccounts accounts;
    private final KeepingAgencies agencies;
    private final MembershipPages pages;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    MembershipsController(
            GrantingMemberships memberships,
            KeepingAccounts accounts,
            KeepingAgencies agencies,
            MembershipPages pages,
            Wording words,
            Days days,
            Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.agencies = agencies;
        this.pages = pages;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/accounts/{account}/memberships/new")
    ModelAndView blank(Viewer viewer, @PathVariable UUID account) {
        var known = Map.of("starts-on", List.of(Days.typed(days.today())));
        return granting(viewer, account, Form.blank(words, FORM, known), Identity.at(clock.instant()));
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/accounts/{account}/memberships")
    ModelAndView grant(Viewer viewer, @PathVariable UUID account, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typing.id(form, "id");
        Optional<Membership.Grant> grant = typed(form, id, account);
        if (form.usable() && grant.isPresent()) {
            try {
                memberships.grant(viewer, grant.get());
                return to(account);
            } catch (Refused refused) {
                if (!refused.reason().equals(Rules.MEMBERSHIP_OVERLAPS)) {
                    throw refused;
                }
                form.reject("role", "overlaps");
            }
        }
        return granting(viewer, account, form, id);
    }

    private Optional<Membership.Grant> typed(Form form, UUID id, UUID account) {
        form.required("agency");
        Optional<Role> role = Typing.oneOf(form, "role", Role.values());
        Optional<LocalDate> starts = Typing.day(form, "starts-on");
        Optional<LocalDate> ends = Typing.dayIfAny(form, "ends-on");
        boolean lead = form.values("lead").contains("yes");
        if (starts.filter(day -> day.isBefore(days.today())).isPresent()) {
            form.reject("starts-on", "over");
        }
        if (starts.isPresent() && ends.filter(day -> day.isBefore(starts.get())).isPresent()) {
            form.reject("ends-on", "before");
        }
        if (lead && role.equals(Optional.of(Role.ADMINISTRATOR))) {
            form.reject("lead", "administrator");
        }
        if (!form.usable() || role.isEmpty() || starts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Membership.Grant(
                id, account, Typing.id(form, "agency"), role.get(), lead, starts.get(), ends.orElse(null)));
    }

    private ModelAndView granting(Viewer viewer, UUID account, Form form, UUID id) {
        Account person = accounts.open(viewer, account).account();
        var offered = agencies.list(viewer).stream()
                .filter(agency -> agency.closedAt() == null)
                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                .toList();
        return pages.granting(
                        form,
                        person,
                        id,
                        Stream.concat(Stream.of(new Field.Choice("", "")), offered.stream())
                                .toList(),
                        person.id().equals(viewer.account()))
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/memberships/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        Membership membership = memberships.open(viewer, id);
        LocalDate end = membership.endsOn();
        var known = Map.of(
                "lead", membership.lead() ? List.of("yes") : List.<String>of(),
                "ends-on", end == null ? List.<String>of() : List.of(Days.typed(end)));
        return pages.editing(Form.blank(words, FORM, known), membership, false, own(viewer, membership))
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/memberships/{id}/edit")
    ModelAndView change(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Membership membership = memberships.open(viewer, id);
        Optional<LocalDate> ends = Typing.dayIfAny(form, "ends-on");
        boolean lead = form.values("lead").contains("yes");
        check(form, membership, ends, lead);
        boolean stale = false;
        if (form.usable()) {
            try {
                memberships.change(viewer, id, Typing.number(form, "version"), lead, ends.orElse(null));
                return to(membership.account());
            } catch (Refused refused) {
                stale = stale(refused);
            }
        }
        return pages.editing(form, memberships.open(viewer, id), stale, own(viewer, membership))
                .shown();
    }

    private void check(Form form, Membership membership, Optional<LocalDate> ends, boolean lead) {
        if (ends.filter(day -> day.isBefore(days.today()) || day.isBefore(membership.startsOn()))
                .isPresent()) {
            form.reject("ends-on", "over");
        }
        if (lead && membership.role() == Role.ADMINISTRATOR) {
            form.reject("lead", "administrator");
        }
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/memberships/{id}/end")
    ModelAndView askToEnd(Viewer viewer, @PathVariable UUID id) {
        Membership membership = memberships.open(viewer, id);
        return pages.ending(membership, false, own(viewer, membership)).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/memberships/{id}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Membership membership = memberships.open(viewer, id);
        try {
            memberships.end(viewer, id, Typing.number(Form.sent(words, FORM, sent), "version"));
            return to(membership.account());
        } catch (Refused refused) {
            stale(refused);
            return pages.ending(memberships.open(viewer, id), true, own(viewer, membership))
                    .shown();
        }
    }

    private static boolean stale(Refused refused) {
        if (refused.reason().equals(Rules.STALE)) {
            return true;
        }
        throw refused;
    }

    private static boolean own(Viewer viewer, Membership membership) {
        return membership.account().equals(viewer.account());
    }

    private static ModelAndView to(UUID account) {
        return new ModelAndView("redirect:/administration/accounts/" + account);
    }
}
