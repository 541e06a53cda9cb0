package org.witan.site.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import org.witan.access.directory.Agency;
import org.witan.access.directory.KeepingAgencies;
import org.witan.access.directory.Rules;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Where an administrator keeps the agencies.
@Controller
class AgenciesController {
    private static final String FORM = "administration.agency";
    private static final int LONGEST_NAME = 120;
    private final KeepingAgencies agencies;
    private final AgencyPages pages;
    private final AgencyForms forms;
    private final Wording words;
    private final Clock clock;

    AgenciesController(KeepingAgencies agencies, AgencyPages pages, AgencyForms forms, Wording words, Clock clock) {
        this.agencies = agencies;
        this.pages = pages;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies")
    String list(Viewer viewer, Model model) {
        model.addAttribute("page", pages.list(agencies.list(viewer)));
        return "administration/agencies";
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/new")
    ModelAndView blank() {
        var form = Form.blank(words, FORM, Map.of());
        return forms.adding(form, Identity.at(clock.instant()), agencies.kinds())
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agencies")
    ModelAndView add(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        UUID id = Typing.id(form, "id");
        String name = Typing.text(form, "name", LONGEST_NAME);
        String kind = kind(form);
        if (form.usable()) {
            try {
                agencies.add(viewer, id, name, kind);
                return to(id);
            } catch (Refused refused) {
                taken(form, refused);
            }
        }
        return forms.adding(form, id, agencies.kinds()).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/{id}")
    String open(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.agency(agencies.open(viewer, id)));
        return "administration/agency";
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        Agency agency = agencies.open(viewer, id).agency();
        var known = Map.of("name", List.of(agency.name()), "kind", List.of(agency.kind()));
        return forms.editing(Form.blank(words, FORM, known), agency, agencies.kinds(), false)
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agencies/{id}/edit")
    ModelAndView change(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        String name = Typing.text(form, "name", LONGEST_NAME);
        String kind = kind(form);
        boolean stale = false;
        if (form.usable()) {
            try {
                agencies.change(viewer, id, Typing.number(form, "version"), name, kind);
                return to(id);
            } catch (Refused refused) {
                stale = taken(form, refused);
            }
        }
        return forms.editing(form, agencies.open(viewer, id).agency(), agencies.kinds(), stale)
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/administration/agencies/{id}/close")
    ModelAndView askToClose(Viewer viewer, @PathVariable UUID id) {
        return forms.closing(agencies.open(viewer, id), Form.blank(words, FORM, Map.of()), false)
                .shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/administration/agencies/{id}/close")
    ModelAndView close(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        if (Typing.number(form, "leaving") > 0 && !form.values("known").contains("YES")) {
            form.reject("known", "missing");
            return forms.closing(agencies.open(viewer, id), form, false).shown();
        }
        try {
            agencies.close(
                    viewer,
                    id,
                    Typing.number(form, "version"),
                    Typing.number(form, "losing"),
                    Typing.number(form, "leaving"));
            return to(id);
        } catch (Refused refused) {
            if (!refused.reason().equals(Rules.STALE)) {
                throw refused;
            }
            return forms.closing(agencies.open(viewer, id), form, true).shown();
        }
    }

    private String kind(Form form) {
        String kind = form.required("kind");
        if (!kind.isEmpty()
                && agencies.kinds().stream().noneMatch(one -> one.code().equals(kind))) {
            form.reject("kind", "missing");
        }
        return kind;
    }

    /// Whether the refusal is that somebody else was faster; that a name is in use is said at its field.
    private static boolean taken(Form form, Refused refused) {
        if (refused.reason().equals(Rules.TAKEN)) {
            form.reject("name", "taken");
            return false;
        }
        if (refused.reason().equals(Rules.STALE)) {
            return true;
        }
        throw refused;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/administration/agencies/" + id);
    }
}
