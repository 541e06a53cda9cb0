package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.PlaceKind;
import org.witan.priorities.Profile;
import org.witan.priorities.Profiling;
import org.witan.priorities.web.ProfileWords.Row;
import org.witan.site.Field;
import org.witan.site.Wording;

/// The profile of a district: what changed, whether it is more than chance, and what harm it stands for.
@Controller
class ProfileController {
    private final Profiling profiling;
    private final Districts districts;
    private final Asked asked;
    private final ProfileWords said;
    private final Files files;
    private final Wording words;

    ProfileController(
            Profiling profiling, Districts districts, Asked asked, ProfileWords said, Files files, Wording words) {
        this.profiling = profiling;
        this.districts = districts;
        this.asked = asked;
        this.said = said;
        this.files = files;
        this.words = words;
    }

    @OpenToGroup
    @GetMapping("/priorities/profile")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", area, period, districts.lastYear());
        Optional<Profile> profile = profile(viewer, question, Asked.place(place), Verb.READ);
        var view = new ModelAndView("priorities/profile", "page", shown(question, Asked.place(place), profile));
        if (!question.problem().isEmpty() && !period.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Page shown(Asked.Question question, PlaceKind place, Optional<Profile> profile) {
        return new Page(
                asked.areas(question.area()),
                asked.places(place),
                asked.period(question),
                question.problem(),
                profile.map(one -> of(one, place)).orElse(""),
                profile.map(one -> one.lines().stream()
                                .map(line -> said.row(one, line))
                                .toList())
                        .orElse(List.of()),
                profile.map(Profile::warnings).orElse(List.of()),
                said.weights(profile.stream().toList()),
                "area=" + question.area() + "&place=" + place + "&period=" + question.typed());
    }

    private String of(Profile profile, PlaceKind place) {
        return words.the(
                place == PlaceKind.ANY ? "priorities.profile.of" : "priorities.profile.of.place",
                profile.area(),
                profile.period(),
                words.the("priorities.place." + place));
    }

    private Optional<Profile> profile(Viewer viewer, Asked.Question question, PlaceKind place, Verb verb) {
        return question.period() == null
                ? Optional.empty()
                : profiling.of(viewer, question.area(), place, question.period(), verb);
    }

    @OpenToGroup
    @GetMapping("/priorities/profile.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", area, period, districts.lastYear());
        Profile profile =
                profile(viewer, question, Asked.place(place), Verb.EXPORT).orElseThrow(Absent::new);
        var caveats = new ArrayList<>(List.of(
                of(profile, Asked.place(place)),
                words.the("priorities.profile.many"),
                words.the("priorities.profile.low-harm")));
        caveats.addAll(profile.warnings());
        caveats.addAll(said.weights(List.of(profile)));
        var rows = files.begun(caveats);
        rows.add(Row.columns());
        profile.lines().forEach(line -> rows.add(said.row(profile, line).cells()));
        return Files.csv("profile", rows);
    }

    /// The page.
    ///
    /// @param of what it is a profile of; empty when nothing can be shown
    record Page(
            Field area,
            Field place,
            Field period,
            String problem,
            String of,
            List<Row> rows,
            List<String> warnings,
            List<String> weights,
            String query) {}
}
