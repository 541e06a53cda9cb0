package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.witan.priorities.Profile.Line;
import org.witan.priorities.Profile.Verdict;
import org.witan.priorities.Profiling;
import org.witan.priorities.web.ProfileWords.Row;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// What changed in any district: of every type in every area, those changes that chance does not explain. The file has
/// all of them.
@Controller
class DistrictsController {
    private final Profiling profiling;
    private final Districts districts;
    private final Asked asked;
    private final ProfileWords said;
    private final Files files;
    private final Wording words;

    DistrictsController(
            Profiling profiling, Districts districts, Asked asked, ProfileWords said, Files files, Wording words) {
        this.profiling = profiling;
        this.districts = districts;
        this.asked = asked;
        this.said = said;
        this.files = files;
        this.words = words;
    }

    @OpenToGroup
    @GetMapping("/priorities/areas")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", "", period, districts.lastYear());
        List<Profile> profiles = profiles(viewer, question, Asked.place(place), Verb.READ);
        var view = new ModelAndView("priorities/areas", "page", shown(question, Asked.place(place), profiles));
        if (!question.problem().isEmpty() && !period.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<Profile> profiles(Viewer viewer, Asked.Question question, PlaceKind place, Verb verb) {
        return question.period() == null ? List.of() : profiling.ofAll(viewer, place, question.period(), verb);
    }

    private Page shown(Asked.Question question, PlaceKind place, List<Profile> profiles) {
        return new Page(
                asked.places(place),
                asked.period(question),
                question.problem(),
                profiles.stream().findFirst().map(one -> of(one, place)).orElse(""),
                profiles.isEmpty() ? "" : many(profiles),
                profiles.stream().map(profile -> area(question, place, profile)).toList(),
                warnings(profiles),
                "place=" + place + "&period=" + question.typed());
    }

    private String of(Profile profile, PlaceKind place) {
        return words.the(
                place == PlaceKind.ANY ? "priorities.areas.of" : "priorities.areas.of.place",
                profile.period(),
                words.the("priorities.place." + place));
    }

    /// How many of so many comparisons chance alone would tell from nought.
    private String many(List<Profile> profiles) {
        long compared = profiles.stream()
                .flatMap(profile -> profile.lines().stream())
                .filter(line -> line.verdict() != Verdict.NOT_COMPARED)
                .count();
        return words.the("priorities.areas.many", compared, Math.round(compared * 0.05));
    }

    private static List<String> warnings(List<Profile> profiles) {
        return profiles.stream()
                .flatMap(profile -> profile.warnings().stream())
                .distinct()
                .toList();
    }

    private AreaView area(Asked.Question question, PlaceKind place, Profile profile) {
        var real = profile.lines().stream().filter(DistrictsController::isReal).toList();
        return new AreaView(
                profile.area(),
                "/priorities/profile?area=" + profile.code() + "&place=" + place + "&period=" + question.typed(),
                real.stream().map(line -> said.row(profile, line)).toList(),
                profile.lines().stream()
                        .filter(line -> line.verdict() == Verdict.TOO_CLOSE)
                        .count(),
                profile.lines().stream()
                        .filter(line -> line.verdict() == Verdict.NOT_COMPARED)
                        .count());
    }

    private static boolean isReal(Line line) {
        return line.verdict() == Verdict.MORE || line.verdict() == Verdict.FEWER;
    }

    @OpenToGroup
    @GetMapping("/priorities/areas.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", "", period, districts.lastYear());
        List<Profile> profiles = profiles(viewer, question, Asked.place(place), Verb.EXPORT);
        if (profiles.isEmpty()) {
            throw new Absent();
        }
        var caveats = new ArrayList<>(List.of(
                of(profiles.getFirst(), Asked.place(place)), many(profiles), words.the("priorities.profile.low-harm")));
        caveats.addAll(warnings(profiles));
        caveats.addAll(said.weights(profiles));
        var rows = files.begun(caveats);
        rows.add(line("area", Row.columns()));
        for (Profile profile : profiles) {
            for (Line line : profile.lines()) {
                rows.add(line(profile.area(), said.row(profile, line).cells()));
            }
        }
        return Files.csv("areas", rows);
    }

    private static List<Sheet.Cell> line(String area, List<Sheet.Cell> cells) {
        return Stream.concat(Stream.of(Sheet.words(area)), cells.stream()).toList();
    }

    /// The page.
    ///
    /// @param of what it tells of; empty when nothing can be shown
    record Page(
            Field place,
            Field period,
            String problem,
            String of,
            String many,
            List<AreaView> areas,
            List<String> warnings,
            String query) {}

    /// One area.
    ///
    /// @param real the types whose change chance does not explain
    record AreaView(String name, String path, List<Row> real, long close, long notCompared) {}
}
