package org.witan.marac.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.AnsweringForYoung;
import org.witan.marac.AnsweringForYoung.Checklist;
import org.witan.marac.AnsweringForYoung.Given;
import org.witan.marac.AnsweringForYoung.Version;
import org.witan.marac.YoungQuestion;
import org.witan.people.Answer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Answers the checklist for a victim of 16 or 17 anew, with every answer of before below it.
@Controller
class YoungController {
    private static final String FORM = "marac.refer.young";
    private static final int LONGEST = 500;
    private final AnsweringForYoung answering;
    private final Wording words;
    private final Clock clock;

    YoungController(AnsweringForYoung answering, Wording words, Clock clock) {
        this.answering = answering;
        this.words = words;
        this.clock = clock;
    }

    @OpenToMembers
    @GetMapping("/referrals/{id}/young")
    ModelAndView checklist(Viewer viewer, @PathVariable UUID id) {
        Checklist known = answering.open(viewer, id);
        var typed = new HashMap<String, List<String>>();
        typed.put("id", List.of(Identity.at(clock.instant()).toString()));
        known.questions().forEach(question -> {
            Version stands = known.stands(question);
            if (stands != null) {
                typed.put(question.field(), List.of(stands.answer().name()));
                typed.put(question.field() + "-words", List.of(stands.words()));
            }
        });
        return page(known, Form.blank(words, FORM, typed));
    }

    @OpenToMembers
    @PostMapping("/referrals/{id}/young")
    ModelAndView answered(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Checklist known = answering.open(viewer, id);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        var given = new EnumMap<YoungQuestion, Given>(YoungQuestion.class);
        for (YoungQuestion question : known.questions()) {
            if (!form.value(question.field()).isEmpty()) {
                Answer answer = form.oneOf(question.field(), Answer.class);
                String more = form.within(question.field() + "-words", LONGEST);
                if (answer != null) {
                    given.put(question, new Given(answer, more));
                }
            }
        }
        UUID made = Ids.read(form.value("id"));
        if (made == null || !form.usable()) {
            return page(known, form);
        }
        answering.answer(viewer, made, id, given);
        return new ModelAndView("redirect:/referrals/" + id);
    }

    private ModelAndView page(Checklist known, Form form) {
        String path = "/referrals/" + known.referral();
        var page = FormPage.titled(words.the("marac.young.title"), path + "/young", words.the("marac.young.do"))
                .above(known.reference())
                .text(words.the("marac.refer.young.text"));
        before(known).forEach(page::text);
        page.hidden("id", form.value("id")).problems(form.problems());
        known.questions()
                .forEach(question -> page.ask(
                                Control.RADIOS,
                                form.field(
                                        question.field(),
                                        words.choices(
                                                "people.answer",
                                                Answer.YES,
                                                Answer.NO,
                                                Answer.UNKNOWN,
                                                Answer.DECLINED,
                                                Answer.NOT_ASKED)))
                        .ask(Control.LINES, form.text(question.field() + "-words")));
        return page.back(path, known.reference()).made().shown();
    }

    /// What was answered before what stands.
    private List<String> before(Checklist known) {
        var lines = new ArrayList<String>();
        known.said().stream()
                .filter(one -> !one.equals(known.stands(one.question())))
                .map(this::line)
                .forEach(lines::add);
        return lines;
    }

    private String line(Version one) {
        var at = one.at();
        String said = (words.the("people.answer." + one.answer()) + ". " + one.words()).strip();
        String topic = words.the("marac.topic." + one.question().topic());
        return at == null
                ? words.the("marac.young.before.referral", topic, said)
                : words.the(
                        "marac.young.before",
                        topic,
                        said,
                        Days.words(at),
                        Objects.requireNonNullElse(one.by(), words.the("marac.somebody")),
                        one.agency());
    }
}
