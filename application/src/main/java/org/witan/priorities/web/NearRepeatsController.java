package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Locating;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.statistics.place.Caveat;
import org.witan.statistics.place.NearRepeats;
import org.witan.statistics.place.NearRepeatsAnswer;
import org.witan.statistics.place.Outcome;

/// Near repeats: whether a crime is followed by another near it.
@Controller
class NearRepeatsController {
    private final Locating locating;
    private final Districts districts;
    private final Asked asked;
    private final Files files;
    private final Wording words;

    NearRepeatsController(Locating locating, Districts districts, Asked asked, Files files, Wording words) {
        this.locating = locating;
        this.districts = districts;
        this.asked = asked;
        this.files = files;
        this.words = words;
    }

    @OpenToGroup
    @GetMapping("/priorities/near-repeats")
    ModelAndView nearRepeats(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        var outcome = repeats(viewer, question, Verb.READ);
        return Asked.shown(
                "priorities/near-repeats",
                question,
                outcome,
                switch (outcome) {
                    case Outcome.Found<NearRepeatsAnswer>(NearRepeatsAnswer answer) ->
                        new RepeatsPage(
                                asked.offences(question.offences()),
                                asked.areas(question.area()),
                                asked.period(question),
                                Asked.query(question),
                                "",
                                of(answer),
                                answer.repeats().cells().stream()
                                        .map(this::cell)
                                        .toList(),
                                answer.caveats().stream().map(Caveat::text).toList());
                    case Outcome.Refused<NearRepeatsAnswer>(String code, String reason) ->
                        new RepeatsPage(
                                asked.offences(question.offences()),
                                asked.areas(question.area()),
                                asked.period(question),
                                Asked.query(question),
                                reason,
                                "",
                                List.of(),
                                List.of());
                });
    }

    private Outcome<NearRepeatsAnswer> repeats(Viewer viewer, Asked.Question question, Verb verb) {
        return Asked.outcome(
                question, period -> locating.nearRepeats(viewer, question.offences(), question.area(), period, verb));
    }

    private CellRow cell(NearRepeats.Cell cell) {
        return new CellRow(
                cell.distance(),
                cell.time(),
                String.format(Locale.UK, "%,d", cell.observed()),
                String.format(Locale.UK, "%,.1f", cell.expected()),
                cell.ratio() == null ? "" : String.format(Locale.UK, "%.2f", cell.ratio()),
                String.format(Locale.UK, "%.3f", cell.p()));
    }

    private String of(NearRepeatsAnswer answer) {
        return words.the(
                "priorities.repeats.of",
                answer.repeats().events(),
                answer.repeats().permutations(),
                answer.repeats().seed());
    }

    @OpenToGroup
    @GetMapping("/priorities/near-repeats.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String offences,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read(offences, area, period, districts.lastYearWithPoints());
        if (!(repeats(viewer, question, Verb.EXPORT)
                instanceof Outcome.Found<NearRepeatsAnswer>(NearRepeatsAnswer answer))) {
            throw new Absent();
        }
        var caveats = new ArrayList<>(List.of(of(answer)));
        answer.caveats().forEach(caveat -> caveats.add(caveat.text()));
        var rows = files.begun(caveats);
        rows.add(Sheet.line("distance", "time", "pairs", "by chance", "ratio", "p"));
        answer.repeats().cells().stream()
                .map(this::cell)
                .forEach(cell -> rows.add(Sheet.line(
                        cell.distance(), cell.time(), cell.observed(), cell.expected(), cell.ratio(), cell.p())));
        return Files.csv("near-repeats", rows);
    }

    /// The page of near repeats.
    record RepeatsPage(
            Field offences,
            Field area,
            Field period,
            String query,
            String problem,
            String of,
            List<CellRow> cells,
            List<String> caveats) {}

    /// One band.
    record CellRow(String distance, String time, String observed, String expected, String ratio, String p) {}
}
