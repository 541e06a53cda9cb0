package org.witan.priorities.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.priorities.Districts;
import org.witan.priorities.Profile;
import org.witan.priorities.Profile.Line;
import org.witan.priorities.Profiling;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;

/// The profile of a district: what changed, whether it is more than chance, and what harm it stands for.
@Controller
class ProfileController {
    private final Profiling profiling;
    private final Districts districts;
    private final Asked asked;
    private final Wording words;
    private final Days days;

    ProfileController(Profiling profiling, Districts districts, Asked asked, Wording words, Days days) {
        this.profiling = profiling;
        this.districts = districts;
        this.asked = asked;
        this.words = words;
        this.days = days;
    }

    @OpenToGroup
    @GetMapping("/priorities/profile")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", area, period, districts.lastYear());
        Optional<Profile> profile = profile(viewer, question, Verb.READ);
        var view = new ModelAndView(
                "priorities/profile",
                "page",
                new Page(
                        asked.areas(question.area()),
                        asked.period(question),
                        question.problem(),
                        profile.map(one -> words.the("priorities.profile.of", one.area(), one.period()))
                                .orElse(""),
                        profile.map(one -> one.lines().stream()
                                        .map(line -> row(one, line))
                                        .toList())
                                .orElse(List.of()),
                        profile.map(Profile::warnings).orElse(List.of()),
                        weights(profile),
                        "area=" + question.area() + "&period=" + question.typed()));
        if (!question.problem().isEmpty() && !period.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Optional<Profile> profile(Viewer viewer, Asked.Question question, Verb verb) {
        return question.period() == null
                ? Optional.empty()
                : profiling.of(viewer, question.area(), question.period(), verb);
    }

    private Row row(Profile profile, Line line) {
        return new Row(
                line.title(),
                whole(line.now()),
                whole(line.before()),
                change(line),
                words.the("priorities.verdict." + line.verdict()),
                harm(profile, line),
                line.peak() == null
                        ? words.the("priorities.profile.no-peak")
                        : words.the(
                                "priorities.profile.peak",
                                line.peak().month(),
                                String.format(Locale.UK, "%.1f", line.peak().times())));
    }

    private String change(Line line) {
        if (line.change() == null || line.low() == null || line.high() == null) {
            return line.why() == null ? words.the("priorities.profile.not-compared") : line.why();
        }
        return words.the("priorities.profile.change", signed(line.change()), signed(line.low()), signed(line.high()));
    }

    private String harm(Profile profile, Line line) {
        if (line.harm() == null || line.weight() == null) {
            return words.the(line.weight() == null ? "priorities.profile.no-weight" : "priorities.profile.no-count");
        }
        double all = profile.lines().stream()
                .mapToDouble(one -> one.harm() == null ? 0 : one.harm())
                .sum();
        return words.the(
                line.weight().floor() ? "priorities.profile.harm.floor" : "priorities.profile.harm",
                String.format(Locale.UK, "%,.0f", line.harm()),
                String.format(Locale.UK, "%.0f", all == 0 ? 0 : 100 * line.harm() / all),
                String.format(Locale.UK, "%,.0f", line.weight().days()));
    }

    private List<String> weights(Optional<Profile> profile) {
        return profile.stream()
                .flatMap(one -> one.lines().stream())
                .map(Line::weight)
                .filter(weight -> weight != null)
                .map(weight -> words.the("priorities.profile.weights", weight.version(), weight.source()))
                .distinct()
                .toList();
    }

    private String whole(@Nullable Long number) {
        return number == null ? words.the("priorities.profile.not-known") : String.format(Locale.UK, "%,d", number);
    }

    private static String signed(double value) {
        String text = String.format(Locale.UK, "%.1f", value).replace('-', '\u2212');
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    @OpenToGroup
    @GetMapping("/priorities/profile.csv")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period) {
        var question = asked.read("", area, period, districts.lastYear());
        Profile profile = profile(viewer, question, Verb.EXPORT).orElseThrow(Absent::new);
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("priorities.file.marking")));
        rows.add(Sheet.line(words.the("priorities.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(words.the("priorities.profile.of", profile.area(), profile.period())));
        rows.add(Sheet.line(words.the("priorities.profile.many")));
        rows.add(Sheet.line(words.the("priorities.profile.low-harm")));
        profile.warnings().forEach(warning -> rows.add(Sheet.line(warning)));
        weights(Optional.of(profile)).forEach(weight -> rows.add(Sheet.line(weight)));
        rows.add(Sheet.line("type", "now", "before", "change", "verdict", "harm", "season"));
        profile.lines().forEach(line -> {
            Row row = row(profile, line);
            rows.add(Sheet.line(
                    row.title(), row.now(), row.before(), row.change(), row.verdict(), row.harm(), row.season()));
        });
        return file("profile", rows);
    }

    static ResponseEntity<byte[]> file(String name, List<List<Sheet.Cell>> rows) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(Format.CSV.write(new Sheet(name, rows)));
    }

    /// The page.
    ///
    /// @param of what it is a profile of; empty when nothing can be shown
    record Page(
            Field area,
            Field period,
            String problem,
            String of,
            List<Row> rows,
            List<String> warnings,
            List<String> weights,
            String query) {}

    /// One type.
    record Row(String title, String now, String before, String change, String verdict, String harm, String season) {}
}
