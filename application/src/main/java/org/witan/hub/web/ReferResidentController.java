package org.witan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.hub.Need;
import org.witan.hub.ReadingHub;
import org.witan.hub.ReferringResidents;
import org.witan.hub.ResidentReferral;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Takes a referral to the hub that comes as one form, as it came before it was asked page by page: checked before
/// anything is shared, and with all that was typed when something of it cannot be used.
@Controller
class ReferResidentController {
    private static final String FORM = ResidentForms.FORM;
    private final ReferringResidents referring;
    private final ReadingHub reading;
    private final Wording words;
    private final ResidentForms forms;

    ReferResidentController(ReferringResidents referring, ReadingHub reading, Wording words, ResidentForms forms) {
        this.referring = referring;
        this.reading = reading;
        this.words = words;
        this.forms = forms;
    }

    /// Checks what was typed, shows it once more, and sends it.
    @OpenToHubReferrers
    @PostMapping("/hub/refer")
    ModelAndView refer(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        if (form.value("step").equals("change")) {
            return page(viewer, form, List.of());
        }
        List<Need> needs = referring.needs(viewer);
        ResidentReferral referral = forms.read(form, needs);
        if (!form.usable()) {
            return page(viewer, form, List.of());
        }
        if (!form.value("step").equals("send")) {
            return check(form, needs);
        }
        UUID id = Typed.carried(form, "id");
        try {
            referring.refer(viewer, id, referral);
        } catch (Refused refused) {
            return page(viewer, form, List.of(new Problem("born", words.the(refused.reason()))));
        }
        return new ModelAndView("redirect:/hub/referred/" + id);
    }

    /// That it was referred, and what happens next.
    @OpenToHubReferrers
    @GetMapping("/hub/referred/{id}")
    ModelAndView referred(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("hub/referred", "page", reading.open(viewer, id).line());
    }

    private ModelAndView page(Viewer viewer, Form form, List<Problem> refused) {
        List<Field.Choice> needs = forms.choices(referring.needs(viewer));
        var problems = new ArrayList<>(form.problems());
        problems.addAll(refused);
        var consent = List.of(
                new Field.Choice("YES", words.the("hub.refer.consent.YES")),
                new Field.Choice("NO", words.the("hub.refer.consent.NO")));
        var view = new ModelAndView(
                "hub/refer", "page", new ReferPage(form, problems, needs, form.field("consent", consent)));
        if (!problems.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private ModelAndView check(Form form, List<Need> needs) {
        var hidden = new ArrayList<Line>();
        hidden.add(new Line("id", form.value("id")));
        ResidentForms.FIELDS.forEach(field -> form.values(field).forEach(value -> hidden.add(new Line(field, value))));
        return new ModelAndView(
                "hub/check",
                "page",
                new CheckPage(
                        ResidentForms.FIELDS.stream()
                                .map(field -> new Line(words.the(FORM + "." + field), forms.said(form, field, needs)))
                                .toList(),
                        hidden));
    }

    /// The form.
    record ReferPage(Form form, List<Problem> problems, List<Field.Choice> needs, Field consent) {

        /// A text of the form.
        public Field text(String field) {
            return form.text(field);
        }

        /// The boxes of needs.
        public Field boxes() {
            return form.field("needs", needs);
        }
    }

    /// What was typed, once more.
    record CheckPage(List<Line> lines, List<Line> hidden) {}

    /// A field and what it holds.
    record Line(String label, String words) {}
}
