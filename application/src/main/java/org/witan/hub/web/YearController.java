package org.witan.hub.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.CountingTheYear;
import org.witan.hub.CountingTheYear.Lasted;
import org.witan.hub.CountingTheYear.Outcome;
import org.witan.hub.CountingTheYear.Review;
import org.witan.site.Days;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;

/// The yearly outcome review of the hub, on a page and as a file.
@Controller
class YearController {
    private static final int YEARS = 5;
    private final CountingTheYear counting;
    private final Pictures pictures;
    private final Wording words;
    private final Days days;

    YearController(CountingTheYear counting, Pictures pictures, Wording words, Days days) {
        this.counting = counting;
        this.pictures = pictures;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/review")
    ModelAndView review(Viewer viewer, @RequestParam(defaultValue = "") String year) {
        int chosen = year(year);
        Review found = counting.of(viewer, chosen, Verb.READ);
        return new ModelAndView(
                "hub/review",
                "page",
                new YearPage(
                        chosen,
                        period(found),
                        caveats(),
                        tables(found),
                        IntStream.range(0, YEARS)
                                .map(back -> current() - back)
                                .mapToObj(one ->
                                        new YearLink(one, words.the("hub.year.link", one, one + 1), one == chosen))
                                .toList()));
    }

    /// The review for whoever writes the report. Its name tells nothing.
    @ProvenPresence
    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/review.csv")
    ResponseEntity<byte[]> export(Viewer viewer, @RequestParam(defaultValue = "") String year) {
        Review found = counting.of(viewer, year(year), Verb.EXPORT);
        return Format.CSV.attached("hub-review", sheet(found));
    }

    private Sheet sheet(Review found) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("hub.year.marking")));
        rows.add(Sheet.line(period(found)));
        rows.add(Sheet.line(words.the("hub.year.made", Days.words(days.today()))));
        caveats().forEach(line -> rows.add(Sheet.line(line)));
        for (Table table : tables(found)) {
            rows.add(List.of());
            rows.add(Sheet.line(table.caption()));
            rows.addAll(Sheet.table(table));
        }
        return new Sheet(words.the("hub.year.title"), List.copyOf(rows));
    }

    private String period(Review found) {
        return words.the("hub.year.period", Days.words(found.from()), Days.words(found.until()));
    }

    private List<String> caveats() {
        return Stream.of("small", "scale", "added", "time", "agencies", "barriers")
                .map(key -> words.the("hub.year.caveat." + key))
                .toList();
    }

    private List<Table> tables(Review found) {
        var all = new ArrayList<Table>();
        all.add(new Table(
                words.the("hub.year.cases"),
                List.of(words.the("hub.year.what"), words.the("hub.year.number")),
                Stream.of(
                                row("hub.year.referred", found.referred()),
                                row("hub.year.added", found.added()),
                                row("hub.year.removed", found.removedInAll()),
                                lasted(found.lasted()))
                        .flatMap(List::stream)
                        .toList()));
        all.add(outcomes("hub.year.removed.why", found.removed()));
        all.add(outcomes("hub.year.not-added.why", found.notAdded()));
        all.add(new Table(
                words.the("hub.year.change"),
                List.of(words.the("hub.picture.need"), words.the("hub.total.cases"), words.the("hub.total.change")),
                found.changes().stream()
                        .map(one -> List.of(
                                one.need().words(),
                                one.isSuppressed() ? words.the("hub.total.few") : String.valueOf(one.cases()),
                                pictures.change(one)))
                        .toList()));
        all.add(new Table(
                words.the("hub.year.answers"),
                List.of(
                        words.the("hub.year.agency"),
                        words.the("hub.year.asked"),
                        words.the("hub.year.missing"),
                        words.the("hub.year.late")),
                found.answers().stream()
                        .map(one -> List.of(
                                one.agency(),
                                String.valueOf(one.asked()),
                                String.valueOf(one.missing()),
                                String.valueOf(one.late())))
                        .toList()));
        return all;
    }

    private List<List<String>> row(String key, long number) {
        return List.of(List.of(words.the(key), String.valueOf(number)));
    }

    private List<List<String>> lasted(@Nullable Lasted lasted) {
        return lasted == null
                ? List.of()
                : List.of(
                        List.of(words.the("hub.year.median"), String.valueOf(Math.round(lasted.median()))),
                        List.of(words.the("hub.year.longest"), String.valueOf(lasted.longest())));
    }

    private Table outcomes(String key, List<Outcome> outcomes) {
        return new Table(
                words.the(key),
                List.of(words.the("hub.year.reason"), words.the("hub.year.number")),
                outcomes.stream()
                        .map(one -> List.of(one.words(), String.valueOf(one.number())))
                        .toList());
    }

    /// The year in which the review begins: the one that was chosen, or the one under way.
    private int year(String typed) {
        return typed.matches("20[0-9]{2}") ? Integer.parseInt(typed) : current();
    }

    private int current() {
        LocalDate today = days.today();
        return today.isBefore(LocalDate.of(today.getYear(), Month.APRIL, 1)) ? today.getYear() - 1 : today.getYear();
    }

    /// The review of a year.
    record YearPage(int year, String period, List<String> caveats, List<Table> tables, List<YearLink> years) {}

    /// Another year to look at.
    record YearLink(int year, String words, boolean here) {}
}
