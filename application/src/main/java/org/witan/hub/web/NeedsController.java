package org.witan.hub.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.hub.AddingNeeds;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.ReadingHub;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// A need that comes to light after the referral.
@Controller
class NeedsController {
    private static final String NEED = "hub.need";
    private final AddingNeeds adding;
    private final ReadingHub reading;
    private final CaseForms forms;
    private final Wording words;

    NeedsController(AddingNeeds adding, ReadingHub reading, CaseForms forms, Wording words) {
        this.adding = adding;
        this.reading = reading;
        this.forms = forms;
        this.words = words;
    }

    @OpenToHubMembers
    @GetMapping("/hub/cases/{id}/need")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        check(reading.open(viewer, id));
        return forms.blank(viewer, id, NEED, Map.of(), asking());
    }

    @OpenToHubMembers
    @PostMapping("/hub/cases/{id}/need")
    ModelAndView added(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        check(reading.open(viewer, id));
        var form = Form.sent(words, NEED, sent);
        String need = form.value("need");
        if (need.isEmpty()) {
            form.reject("need", "missing");
        }
        return forms.send(
                viewer,
                id,
                form,
                "need",
                () -> adding.add(viewer, Typed.carried(form, "id"), id, form.version(), need),
                asking());
    }

    private static void check(HubCaseInFull found) {
        if (!found.keeps() && !found.leads()) {
            throw new Absent();
        }
    }

    private CaseForms.Asking asking() {
        return (found, form, refused, changed) -> forms.begin(found, NEED, "need", form, refused, changed)
                .text(words.the("hub.need.text"))
                .warning(words.the("hub.need.abuse"))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "need",
                                adding.missing(found).stream()
                                        .map(one -> new Field.Choice(one.code(), one.words()))
                                        .toList()));
    }
}
