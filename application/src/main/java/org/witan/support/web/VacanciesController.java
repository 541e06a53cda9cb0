package org.witan.support.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.support.Vacancies;
import org.witan.support.Vacancy;

/// What room refuges have: each tells it for itself, and those who offer read it. Nobody tells where.
@Controller
class VacanciesController {
    private static final String FORM = "support.vacancy";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,2}");
    private final Vacancies vacancies;
    private final VacancyWords lines;
    private final SupportFile file;
    private final Wording words;
    private final Clock clock;

    VacanciesController(Vacancies vacancies, VacancyWords lines, SupportFile file, Wording words, Clock clock) {
        this.vacancies = vacancies;
        this.lines = lines;
        this.file = file;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/vacancies")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "support/vacancies",
                "page",
                new Page(
                        viewer.role() == Role.SUPPORT_WORKER,
                        vacancies.list(viewer, Verb.LIST).stream()
                                .map(one -> new Line(one.name(), lines.line(one)))
                                .toList()));
    }

    @ProvenPresence
    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/vacancies.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return file.of(
                "support-vacancies",
                "support.vacancy.file",
                List.of("refuge", "families", "people", "pets", "access", "said"),
                vacancies.list(viewer, Verb.EXPORT).stream()
                        .map(one -> List.of(
                                Sheet.words(one.name()),
                                Sheet.number((double) one.spaces()),
                                Sheet.number((double) one.mostBeds()),
                                Sheet.words(words.the("support.vacancy.pets." + one.pets())),
                                Sheet.words(words.the("support.vacancy.access." + one.accessNeeds())),
                                Sheet.words(Days.words(one.at()))))
                        .toList());
    }

    @OpenTo(Role.SUPPORT_WORKER)
    @GetMapping("/support/vacancies/tell")
    ModelAndView ask(Viewer viewer) {
        @Nullable
        Vacancy last = vacancies.list(viewer, Verb.LIST).stream()
                .filter(one -> one.agency().equals(viewer.agency()))
                .findFirst()
                .orElse(null);
        String id = Identity.at(clock.instant()).toString();
        Map<String, List<String>> known = last == null
                ? Map.of("id", List.of(id))
                : Map.of(
                        "id", List.of(id),
                        "spaces", List.of(String.valueOf(last.spaces())),
                        "beds", List.of(String.valueOf(last.mostBeds())),
                        "along",
                                Stream.of(last.pets() ? "PETS" : "", last.accessNeeds() ? "ACCESS" : "")
                                        .filter(one -> !one.isEmpty())
                                        .toList());
        return page(Form.blank(words, FORM, known));
    }

    @OpenTo(Role.SUPPORT_WORKER)
    @PostMapping("/support/vacancies/tell")
    ModelAndView tell(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        int spaces = count(form, "spaces", 99);
        int beds = count(form, "beds", 20);
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null || !form.usable()) {
            return page(form);
        }
        List<String> along = form.values("along");
        vacancies.tell(viewer, id, spaces, beds, along.contains("PETS"), along.contains("ACCESS"));
        return new ModelAndView("redirect:/support/vacancies");
    }

    private static int count(Form form, String field, int most) {
        String typed = form.value(field);
        if (!COUNT.matcher(typed).matches() || Integer.parseInt(typed) > most) {
            form.reject(field, "not-a-number");
            return 0;
        }
        return Integer.parseInt(typed);
    }

    private ModelAndView page(Form form) {
        return FormPage.titled(
                        words.the("support.vacancy.tell"), "/support/vacancies/tell", words.the("support.said.do"))
                .text(words.the("support.vacancy.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("spaces"))
                .ask(Control.TEXT, form.text("beds"))
                .ask(
                        Control.CHECKBOXES,
                        form.field(
                                "along",
                                Stream.of("PETS", "ACCESS")
                                        .map(one -> new Field.Choice(one, words.the("support.vacancy.along." + one)))
                                        .toList()))
                .back("/support/vacancies", words.the("support.vacancy.title"))
                .made()
                .shown();
    }

    /// What room there is.
    ///
    /// @param tells whether whoever looks tells it for their agency
    record Page(boolean tells, List<Line> lines) {}

    /// The room of one refuge.
    record Line(String name, String words) {}
}
