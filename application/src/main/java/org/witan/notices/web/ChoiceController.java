package org.witan.notices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.notices.ChoosingNotices;
import org.witan.notices.ChoosingNotices.Chosen;
import org.witan.notices.Often;
import org.witan.site.Days;
import org.witan.site.Field.Choice;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Where somebody chooses how often they are told by e-mail that something waits.
@Controller
class ChoiceController {
    private static final String PATH = "/messages";
    private static final String FORM = "notices.choice";
    private static final String OFTEN = "often";
    private final ChoosingNotices choosing;
    private final Wording words;

    ChoiceController(ChoosingNotices choosing, Wording words) {
        this.choosing = choosing;
        this.words = words;
    }

    @OpenTo
    @GetMapping(PATH)
    ModelAndView look(Viewer viewer) {
        Chosen chosen = choosing.look(viewer);
        return page(
                chosen,
                Form.blank(words, FORM, Map.of(OFTEN, List.of(chosen.often().name()))));
    }

    @OpenTo
    @PostMapping(PATH)
    ModelAndView choose(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        Often often = form.oneOf(OFTEN, Often.class);
        if (often != null) {
            try {
                choosing.choose(viewer, often);
                return new ModelAndView("redirect:" + PATH);
            } catch (Refused refused) {
                if (!refused.reason().equals(ChoosingNotices.MUST_BE_REACHED)) {
                    throw refused;
                }
                form.reject(OFTEN, "must-be-reached");
            }
        }
        return page(choosing.look(viewer), form);
    }

    private ModelAndView page(Chosen chosen, Form form) {
        var making = FormPage.titled(words.the("notices.choice.title"), PATH, words.the("notices.choice.button"))
                .text(words.the("notices.choice.text"))
                .text(words.the(chosen.on() ? "notices.choice.on" : "notices.choice.off"))
                .problems(form.problems())
                .ask(Control.RADIOS, form.field(OFTEN, choices(chosen)))
                .back("/work", words.the("notices.choice.back"));
        if (!chosen.sent().isEmpty()) {
            making.text(words.the("notices.choice.sent"))
                    .list(chosen.sent().stream().map(Days::words).toList());
        }
        return making.made().shown();
    }

    private List<Choice> choices(Chosen chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                Often.HOURLY.name(),
                words.the("notices.often.hourly"),
                words.the("notices.often.hourly.hint", chosen.minutes())));
        choices.add(new Choice(Often.DAILY.name(), words.the("notices.often.daily")));
        choices.add(new Choice(
                Often.NONE.name(),
                words.the("notices.often.none"),
                chosen.mustBeReached() ? words.the("notices.often.none.refused") : null));
        return choices;
    }
}
