package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Locating;
import org.witan.site.file.Sheet;
import org.witan.statistics.place.Outcome;
import org.witan.statistics.place.PlacesAnswer;

/// Where it gathers: hot places, and how well they would have foretold the last month.
@Controller
class PlacesController {
    private final Locating locating;
    private final Districts districts;
    private final Asked asked;
    private final PlacesPages pages;
    private final Files files;

    PlacesController(Locating locating, Districts districts, Asked asked, PlacesPages pages, Files files) {
        this.locating = locating;
        this.districts = districts;
        this.asked = asked;
        this.pages = pages;
        this.files = files;
    }

    @OpenToGroup
    @GetMapping("/priorities/places")
    ModelAndView places(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        var outcome = outcome(viewer, question, Verb.READ);
        var view = Asked.shown(
                "priorities/places",
                question,
                outcome,
                switch (outcome) {
                    case Outcome.Found<PlacesAnswer>(PlacesAnswer answer) -> pages.answered(question, answer);
                    case Outcome.Refused<PlacesAnswer>(String code, String reason) -> pages.refused(question, reason);
                });
        return view.addObject("writes", viewer.role() == Role.TASKING_MEMBER);
    }

    private Outcome<PlacesAnswer> outcome(Viewer viewer, Asked.Question question, Verb verb) {
        return Asked.outcome(
                question, period -> locating.hotPlaces(viewer, question.offences(), question.area(), period, verb));
    }

    @OpenToGroup
    @GetMapping("/priorities/places.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        if (!(outcome(viewer, question, Verb.EXPORT) instanceof Outcome.Found<PlacesAnswer>(PlacesAnswer answer))) {
            throw new Absent();
        }
        PlacesPages.Page page = pages.answered(question, answer);
        var caveats = new ArrayList<>(List.of(page.of(), page.heldOut(), page.accuracy()));
        caveats.addAll(page.caveats());
        var rows = files.begun(caveats);
        rows.add(Sheet.line("way", "index", "hit rate"));
        page.ways().forEach(way -> rows.add(Sheet.line(way.name(), way.index(), way.hitRate())));
        rows.add(Sheet.line("rank", "near", "grid reference", "crimes in a square kilometre"));
        page.dense().forEach(place -> rows.add(Sheet.line(place.rank(), place.near(), place.grid(), place.figure())));
        rows.add(Sheet.line("rank", "near", "grid reference", "crimes"));
        page.points().forEach(place -> rows.add(Sheet.line(place.rank(), place.near(), place.grid(), place.figure())));
        return Files.csv("places", rows);
    }
}
