package org.witan.marac.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.DataReturn;
import org.witan.marac.Failures;
import org.witan.marac.Failures.Kind;
import org.witan.marac.Failures.OfAgency;
import org.witan.marac.MeasuringFailures;
import org.witan.site.Days;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;

/// What agencies persistently fail to do, for the steering group: on a page, and as a file without
/// small numbers.
@Controller
class FailuresController {
    private final MeasuringFailures measuring;
    private final Wording words;

    FailuresController(MeasuringFailures measuring, Wording words) {
        this.measuring = measuring;
        this.words = words;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/performance/steering")
    ModelAndView page(Viewer viewer) {
        Failures found = measuring.read(viewer, false);
        int persistent = found.persistent().size();
        return new ModelAndView(
                "marac/failures",
                "page",
                new Page(
                        threshold(found),
                        words.the("marac.failing.since", Days.words(found.from())),
                        words.the(
                                "marac.failing.meter",
                                persistent,
                                found.agencies().size()),
                        found.agencies().isEmpty()
                                ? List.of()
                                : List.of(new Table(
                                        words.the("marac.failing.title"),
                                        headings(),
                                        found.agencies().stream()
                                                .map(one -> row(found, one))
                                                .toList()))));
    }

    @ProvenPresence
    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/performance/steering.csv")
    ResponseEntity<byte[]> csv(Viewer viewer) {
        return Format.CSV.attached("steering-group", sheet(measuring.read(viewer, true)));
    }

    Sheet sheet(Failures found) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("marac.failing.marking")));
        rows.add(Sheet.line(words.the("marac.return.file.made", Days.words(found.today()))));
        rows.add(Sheet.line(threshold(found)));
        rows.add(Sheet.line(words.the("marac.failing.since", Days.words(found.from()))));
        rows.add(Sheet.line(words.the("marac.failing.suppressed")));
        rows.add(List.of());
        rows.add(Sheet.line(headings().toArray(String[]::new)));
        found.agencies().forEach(one -> rows.add(cells(found, one)));
        return new Sheet(words.the("marac.failing.title"), List.copyOf(rows));
    }

    /// Whether it persists is told of what is told: otherwise it would tell something of a number
    /// that is not.
    private List<Sheet.Cell> cells(Failures found, OfAgency one) {
        boolean persists =
                one.inOrder().stream().anyMatch(number -> number >= DataReturn.FEWEST && number >= found.times());
        return Stream.concat(
                        Stream.of(Sheet.words(one.name())),
                        Stream.concat(
                                one.inOrder().stream().map(this::cell),
                                Stream.of(Sheet.words(persists ? words.the("marac.failing.persistent.yes") : ""))))
                .toList();
    }

    private Sheet.Cell cell(int number) {
        return number > 0 && number < DataReturn.FEWEST
                ? Sheet.words(words.the("marac.return.suppressed"))
                : Sheet.number(number);
    }

    private List<String> row(Failures found, OfAgency one) {
        return Stream.concat(
                        Stream.of(one.name()),
                        Stream.concat(
                                one.inOrder().stream().map(String::valueOf),
                                Stream.of(words.the(
                                        one.persists(found.times())
                                                ? "marac.failing.persistent.yes"
                                                : "marac.failing.persistent.no"))))
                .toList();
    }

    private List<String> headings() {
        return Stream.concat(
                        Stream.of(words.the("marac.performance.column.agency")),
                        Stream.concat(
                                Arrays.stream(Kind.values()).map(kind -> words.the("marac.failing." + kind)),
                                Stream.of(words.the("marac.failing.persistent"))))
                .toList();
    }

    private String threshold(Failures found) {
        return words.the("marac.failing.threshold", found.times(), found.shipped());
    }

    /// What agencies fail to do.
    ///
    /// @param tables the one table; none when no agency is counted
    record Page(String threshold, String since, String meter, List<Table> tables) {}
}
