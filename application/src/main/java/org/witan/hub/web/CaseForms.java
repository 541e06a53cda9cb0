package org.witan.hub.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.hub.HubCase;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.ReadingHub;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The forms about one case: each begins alike, and each answers alike when a rule refuses or somebody else was faster.
@Component
class CaseForms {
    private final ReadingHub reading;
    private final Wording words;
    private final Clock clock;

    CaseForms(ReadingHub reading, Wording words, Clock clock) {
        this.reading = reading;
        this.words = words;
        this.clock = clock;
    }

    /// Shows a form that nobody has filled in yet.
    ///
    /// @param known what is known already
    ModelAndView blank(Viewer viewer, UUID record, String prefix, Map<String, List<String>> known, Asking page) {
        HubCaseInFull found = reading.open(viewer, record);
        var all = new HashMap<>(known);
        all.put("id", List.of(Identity.at(clock.instant()).toString()));
        all.put("version", List.of(String.valueOf(found.line().version())));
        return page.ask(found, Form.blank(words, prefix, all), List.of(), List.of())
                .made()
                .shown();
    }

    /// Does what a form says. What a rule refuses, and what somebody else changed meanwhile, is said
    /// above the form; what was typed is kept.
    ///
    /// @param field to which a refusal leads
    ModelAndView send(Viewer viewer, UUID record, Form form, String field, BooleanSupplier work, Asking page) {
        if (!form.usable()) {
            return page.ask(reading.open(viewer, record), form, List.of(), List.of())
                    .made()
                    .shown();
        }
        try {
            if (work.getAsBoolean()) {
                return new ModelAndView("redirect:/hub/cases/" + record);
            }
        } catch (Refused refused) {
            if (!refused.reason().startsWith("hub.")) {
                throw refused;
            }
            var problem = new Problem(field, words.the(refused.reason()));
            return page.ask(reading.open(viewer, record), form, List.of(problem), List.of())
                    .made()
                    .shown();
        }
        HubCaseInFull found = reading.open(viewer, record);
        return page.ask(found, form, List.of(), List.of(meanwhile(found.line())))
                .made()
                .shown();
    }

    /// What was changed last, and by whom.
    String meanwhile(HubCase found) {
        return words.the(
                "hub.meanwhile",
                words.the("hub.meanwhile." + found.changedWhat()),
                found.changedBy(),
                Days.words(found.changedAt()));
    }

    /// Begins a page about a case.
    FormPage.Making begin(
            HubCaseInFull found, String prefix, String path, Form form, List<Problem> refused, List<String> changed) {
        HubCase line = found.line();
        return FormPage.titled(
                        words.the(prefix + ".title"), "/hub/cases/" + line.id() + "/" + path, words.the(prefix + ".do"))
                .above(line.reference())
                .hidden("id", form.value("id"))
                .hidden("version", changed.isEmpty() ? form.value("version") : String.valueOf(line.version()))
                .problems(form.problems())
                .problems(refused)
                .changed(changed)
                .back("/hub/cases/" + line.id(), words.the("hub.case.back"));
    }

    /// Asks what a form asks about a case as it stands.
    @FunctionalInterface
    interface Asking {
        FormPage.Making ask(HubCaseInFull found, Form form, List<Problem> refused, List<String> changed);
    }
}
