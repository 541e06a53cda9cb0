package org.witan.matac.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.matac.OpeningScores;

/// One score, opened.
@Controller
class ScoreController {
    private final OpeningScores opening;
    private final AskedDay asked;
    private final ScorePages pages;

    ScoreController(OpeningScores opening, AskedDay asked, ScorePages pages) {
        this.opening = opening;
        this.asked = asked;
        this.pages = pages;
    }

    @OpenToMatac
    @GetMapping("/matac/people/{record}")
    ModelAndView open(
            Viewer viewer,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String basis) {
        var question = asked.read(day, basis);
        LocalDate on = question.day();
        if (on == null) {
            throw new Absent();
        }
        return new ModelAndView(
                "matac/score", "page", pages.page(question, opening.open(viewer, record, on, question.basis())));
    }
}
