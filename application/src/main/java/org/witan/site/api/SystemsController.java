package org.witan.site.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.systems.NewSystem;
import org.witan.access.systems.RegisteringSystems;
import org.witan.access.systems.SystemChoices;
import org.witan.access.systems.SystemChoices.Offered;
import org.witan.site.Form;
import org.witan.site.Wording;

/// Where an administrator registers the systems of agencies, makes and revokes their secrets, and shuts them out.
@Controller
class SystemsController {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final String FORM = "api.system";
    private final RegisteringSystems systems;
    private final SystemChoices choices;
    private final Wording words;
    private final Clock clock;

    SystemsController(RegisteringSystems systems, SystemChoices choices, Wording words, Clock clock) {
        this.systems = systems;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/systems")
    ModelAndView list(Viewer viewer) {
        Offered offered = choices.offered(viewer);
        var lines = systems.list(viewer).stream()
                .map(system -> SystemPage.of(system, offered, words, today(), null))
                .toList();
        return new ModelAndView("site/api/systems", "page", new ListPage(lines));
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/systems/new")
    ModelAndView blank(Viewer viewer) {
        Map<String, List<String>> known =
                Map.of("expires", List.of(today().plusYears(1).toString()));
        return form(form(viewer, Form.blank(words, FORM, known)));
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/systems")
    ModelAndView register(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = form(viewer, Form.sent(words, FORM, sent));
        Optional<NewSystem> given = form.read();
        if (given.isEmpty()) {
            ModelAndView again = form(form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/systems/" + systems.register(viewer, given.get()));
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping("/systems/{id}")
    ModelAndView system(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, null);
    }

    /// The secret is on the answer itself and on no other page: there is nowhere else that it could wait for a
    /// redirect.
    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/systems/{id}/secrets")
    ModelAndView makeSecret(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, systems.makeSecret(viewer, id));
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/systems/{id}/secrets/{secret}/revoke")
    String revokeSecret(Viewer viewer, @PathVariable UUID id, @PathVariable UUID secret) {
        systems.revokeSecret(viewer, id, secret);
        return "redirect:/systems/" + id;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/systems/{id}/revoke")
    String revoke(Viewer viewer, @PathVariable UUID id) {
        systems.revoke(viewer, id);
        return "redirect:/systems/" + id;
    }

    private ModelAndView page(Viewer viewer, UUID id, @Nullable String secret) {
        var page = SystemPage.of(systems.find(viewer, id), choices.offered(viewer), words, today(), secret);
        return new ModelAndView("site/api/system", "page", page);
    }

    private SystemForm form(Viewer viewer, Form form) {
        return new SystemForm(form, choices.offered(viewer), today(), words.the("api.system.choose"));
    }

    private static ModelAndView form(SystemForm form) {
        return new ModelAndView("site/api/register", "page", RegisterPage.of(form));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ENGLAND);
    }

    /// @param systems those in use first
    record ListPage(List<SystemPage> systems) {}
}
