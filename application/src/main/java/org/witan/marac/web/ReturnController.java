package org.witan.marac.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.CountedCases;
import org.witan.marac.CountedCases.Behind;
import org.witan.marac.ReturnCell;
import org.witan.marac.Returning;
import org.witan.marac.web.ReturnPeriods.Period;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;

/// The data return: all together, by quarter and by meeting, each number a list of cases, and files in which small
/// numbers and what would tell them are suppressed.
@Controller
class ReturnController {
    private final Returning returning;
    private final ReturnPages pages;
    private final ReturnPeriods periods;
    private final ReturnFile file;
    private final Wording words;

    ReturnController(Returning returning, ReturnPages pages, ReturnPeriods periods, ReturnFile file, Wording words) {
        this.returning = returning;
        this.pages = pages;
        this.periods = periods;
        this.file = file;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "1") String page) {
        Period wanted = periods.read(period, from, until);
        var found = returning.read(viewer, Verb.READ, wanted.from(), wanted.until());
        return new ModelAndView("marac/return", "page", pages.page(found, number(page)));
    }

    /// The cases behind a number of all meetings of some days.
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns/cases")
    ModelAndView all(
            Viewer viewer,
            @RequestParam String cell,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "1") String page) {
        ReturnCell wanted = cell(cell);
        Period days = periods.read(null, from, until);
        var found = returning.behind(viewer, new Behind(wanted, days.from(), days.until()), number(page));
        return cases(
                wanted,
                words.the("marac.return.days", Days.words(days.from()), Days.words(days.until())),
                "/returns/cases?cell=" + wanted + "&from=" + days.from() + "&until=" + days.until() + "&page=",
                found,
                number(page));
    }

    /// The cases behind a number of one meeting.
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns/{meeting}/{cell}")
    ModelAndView ofMeeting(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable String cell,
            @RequestParam(defaultValue = "1") String page) {
        ReturnCell wanted = cell(cell);
        Returning.OfMeeting found =
                returning.behind(viewer, meeting, wanted, number(page)).orElseThrow(Absent::new);
        return cases(
                wanted,
                words.the("marac.return.meeting", found.board(), Days.words(found.day())),
                "/returns/" + meeting + "/" + wanted + "?page=",
                found.cases(),
                number(page));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns.csv")
    ResponseEntity<byte[]> csv(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return written(viewer, periods.ofFile(from, until), Format.CSV);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns.xlsx")
    ResponseEntity<byte[]> workbook(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return written(viewer, periods.ofFile(from, until), Format.XLSX);
    }

    private ResponseEntity<byte[]> written(Viewer viewer, Period wanted, Format format) {
        var found = returning.read(viewer, Verb.EXPORT, wanted.from(), wanted.until());
        return format.attached("marac-return", file.of(found));
    }

    private ModelAndView cases(ReturnCell cell, String where, String path, CountedCases found, int page) {
        List<CasesPage.Line> lines = found.cases().stream()
                .map(one -> new CasesPage.Line(
                        one.referral(),
                        one.reference(),
                        words.the("marac.return.meeting", one.board(), Days.words(one.day())),
                        one.number(),
                        one.unknown()))
                .toList();
        return new ModelAndView(
                "marac/return-cases",
                "page",
                new CasesPage(
                        words.the("marac.return." + cell),
                        where,
                        words.the("marac.return.cases.counted", found.counted(), found.unknown()),
                        lines,
                        page > 1 ? path + (page - 1) : "",
                        page < found.pages() ? path + (page + 1) : ""));
    }

    private static ReturnCell cell(String name) {
        return Arrays.stream(ReturnCell.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private static int number(String page) {
        return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    }

    /// The cases behind a number.
    ///
    /// @param before address of the page before; empty when there is none
    record CasesPage(String title, String where, String counted, List<Line> lines, String before, String after) {
        record Line(UUID referral, String reference, String meeting, int number, int unknown) {}
    }
}
