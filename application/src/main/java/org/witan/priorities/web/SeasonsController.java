package org.witan.priorities.web;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import org.witan.priorities.Seasons;
import org.witan.site.Field;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.statistics.place.Outcome;

/// Seasons: the months of the year beside each other, over the years that are loaded.
@Controller
class SeasonsController {
    private static final String USUAL = "violence-without-injury";
    private final Seasons seasons;
    private final Districts districts;
    private final Asked asked;
    private final Files files;
    private final Wording words;

    SeasonsController(Seasons seasons, Districts districts, Asked asked, Files files, Wording words) {
        this.seasons = seasons;
        this.districts = districts;
        this.asked = asked;
        this.files = files;
        this.words = words;
    }

    @OpenToGroup
    @GetMapping("/priorities/seasons")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = read(offences, area, period);
        var outcome = outcome(viewer, question, Asked.place(place), Verb.READ);
        return Asked.shown(
                "priorities/seasons",
                question,
                outcome,
                switch (outcome) {
                    case Outcome.Found<Seasons.Year>(Seasons.Year year) ->
                        shown(
                                question,
                                Asked.place(place),
                                "",
                                title(question, Asked.place(place)),
                                table(question, year),
                                year.warnings());
                    case Outcome.Refused<Seasons.Year>(String _, String reason) ->
                        shown(question, Asked.place(place), reason, "", null, List.of());
                });
    }

    /// A type that happens often enough to have a season, where nothing else is asked.
    private Asked.Question read(String offences, String area, String period) {
        boolean told =
                districts.typesByName().stream().anyMatch(one -> one.code().equals(USUAL));
        return asked.read(offences.isEmpty() && told ? USUAL : offences, area, period, districts.lastYear());
    }

    private Outcome<Seasons.Year> outcome(Viewer viewer, Asked.Question question, PlaceKind place, Verb verb) {
        return Asked.outcome(
                question,
                period -> new Outcome.Found<>(
                        seasons.of(viewer, question.offences(), question.area(), place, period, verb)));
    }

    private Page shown(
            Asked.Question question,
            PlaceKind place,
            String problem,
            String of,
            @Nullable Table table,
            List<String> warnings) {
        return new Page(
                asked.types(question.offences()),
                asked.areas(question.area()),
                asked.places(place),
                asked.period(question),
                problem,
                of,
                table,
                warnings,
                Asked.query(question) + "&place=" + place);
    }

    private String title(Asked.Question question, PlaceKind place) {
        return words.the(
                "priorities.seasons.of",
                districts.offences(question.offences()).replace("police.uk: ", ""),
                districts.name(question.area()),
                words.the("priorities.place." + place));
    }

    private Table table(Asked.Question question, Seasons.Year year) {
        var headings = new ArrayList<String>();
        headings.add(words.the("priorities.seasons.month"));
        headings.addAll(year.years());
        headings.add(words.the("priorities.seasons.times"));
        headings.add(words.the("priorities.seasons.season"));
        return new Table(
                districts.offences(question.offences()).replace("police.uk: ", ""),
                headings,
                year.months().stream().map(month -> row(month, year.whole())).toList());
    }

    private List<String> row(Seasons.OfMonth month, int whole) {
        var cells = new ArrayList<String>();
        cells.add(month.month().getDisplayName(TextStyle.FULL, Locale.UK));
        month.counts()
                .forEach(count -> cells.add(
                        count == null
                                ? words.the("priorities.profile.not-known")
                                : String.format(Locale.UK, "%,d", count)));
        cells.add(
                month.times() == null
                        ? words.the("priorities.profile.not-known")
                        : String.format(Locale.UK, "%.2f", month.times()));
        cells.add(words.the(
                month.season()
                        ? "priorities.seasons.yes"
                        : whole < 2 ? "priorities.seasons.too-few" : "priorities.seasons.no"));
        return cells;
    }

    @OpenToGroup
    @GetMapping("/priorities/seasons.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String period) {
        var question = read(offences, area, period);
        if (!(outcome(viewer, question, Asked.place(place), Verb.EXPORT)
                instanceof Outcome.Found<Seasons.Year>(Seasons.Year year))) {
            throw new Absent();
        }
        var caveats =
                new ArrayList<>(List.of(title(question, Asked.place(place)), words.the("priorities.seasons.text")));
        caveats.addAll(year.warnings());
        var rows = files.begun(caveats);
        rows.addAll(Sheet.table(table(question, year)));
        return Files.csv("seasons", rows);
    }

    /// The page.
    ///
    /// @param problem why there is nothing; empty when there is something
    /// @param table null when there is nothing
    record Page(
            Field offences,
            Field area,
            Field place,
            Field period,
            String problem,
            String of,
            @Nullable Table table,
            List<String> warnings,
            String query) {}
}
