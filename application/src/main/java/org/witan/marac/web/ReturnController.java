package org.witan.marac.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import org.witan.marac.DataReturn;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.HeardCase;
import org.witan.marac.ReturnCell;
import org.witan.marac.Returning;
import org.witan.site.Days;
import org.witan.site.SheetRow;
import org.witan.site.Wording;

/// The data return: one row a meeting and all together, each number a list of cases, and a file in which small numbers
/// are suppressed.
@Controller
class ReturnController {
    /// Smaller numbers do not leave the partnership [S72].
    private static final int SMALL = 5;

    /// A year of a board that meets every week.
    private static final int ON_A_PAGE = 52;

    private final Returning returning;
    private final Days days;
    private final Wording words;

    ReturnController(Returning returning, Days days, Wording words) {
        this.returning = returning;
        this.days = days;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "1") String page) {
        DataReturn found = read(viewer, Verb.READ, from, until);
        List<HeardCase> all = found.all();
        int pages = Math.max(1, (found.rows().size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = page.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(page), pages) : 1;
        return new ModelAndView(
                "marac/return",
                "page",
                new ReturnPage(
                        Days.typed(found.from()),
                        Days.typed(found.until()),
                        cells().map(cell -> words.the("marac.return." + cell)).toList(),
                        found.rows().stream()
                                .skip((long) (number - 1) * ON_A_PAGE)
                                .limit(ON_A_PAGE)
                                .map(row -> new Row(
                                        row.meeting(),
                                        words.the("marac.return.meeting", row.board(), Days.words(row.day())),
                                        cells().map(cell -> cell(cell, row.cases()))
                                                .toList()))
                                .toList(),
                        cells().map(cell -> cell(cell, all)).toList(),
                        pages == 1
                                ? ""
                                : words.the("marac.return.page", found.rows().size(), number, pages),
                        number > 1 ? number - 1 : null,
                        number < pages ? number + 1 : null));
    }

    /// The cases behind a number.
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns/{meeting}/{cell}")
    ModelAndView cases(Viewer viewer, @PathVariable UUID meeting, @PathVariable String cell) {
        ReturnCell wanted =
                cells().filter(one -> one.name().equals(cell)).findFirst().orElseThrow(Absent::new);
        DataReturn.Row row = returning.row(viewer, meeting).orElseThrow(Absent::new);
        return new ModelAndView(
                "marac/return-cases",
                "page",
                new CasesPage(
                        words.the("marac.return." + wanted),
                        words.the("marac.return.meeting", row.board(), Days.words(row.day())),
                        row.cases().stream()
                                .filter(one -> Count.of(wanted, List.of(one)).number() > 0)
                                .map(one -> new Line(one.referral(), one.reference()))
                                .toList(),
                        row.cases().stream()
                                .filter(one -> Count.of(wanted, List.of(one)).unknown() > 0)
                                .map(one -> new Line(one.referral(), one.reference()))
                                .toList()));
    }

    /// What leaves the partnership: numbers under five are suppressed, and so is what would tell them.
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/returns.csv")
    ResponseEntity<byte[]> file(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        DataReturn found = read(viewer, Verb.EXPORT, from, until);
        String head = Stream.concat(
                        Stream.of("meeting", "date"),
                        cells().flatMap(cell -> Stream.of(code(cell), code(cell) + "_not_known")))
                .collect(Collectors.joining(","));
        String body = found.rows().stream()
                .map(row -> Stream.concat(
                                Stream.of(SheetRow.cell(row.board()), row.day().toString()),
                                cells().flatMap(cell -> numbers(cell, row.cases())))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(SheetRow.END));
        String all = head
                + SheetRow.END
                + body
                + (body.isEmpty() ? "" : SheetRow.END)
                + SheetRow.cell(words.the("marac.return.marking"))
                + SheetRow.END;
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("marac-return.csv")
                                .build()
                                .toString())
                .body(all.getBytes(StandardCharsets.UTF_8));
    }

    private DataReturn read(Viewer viewer, Verb verb, @Nullable String from, @Nullable String until) {
        LocalDate last = Days.read(until == null ? "" : until).orElse(days.today());
        LocalDate first =
                Days.read(from == null ? "" : from).orElse(last.minusYears(1).plusDays(1));
        return returning.read(viewer, verb, first, last);
    }

    private Cell cell(ReturnCell cell, List<HeardCase> cases) {
        Count count = Count.of(cell, cases);
        return new Cell(
                cell.name(),
                words.the("marac.return." + cell),
                count.number(),
                count.unknown() == 0 ? "" : words.the("marac.return.unknown", count.unknown()));
    }

    /// Police and partners are all cases together: where one is suppressed, the other would tell it.
    private static Stream<String> numbers(ReturnCell cell, List<HeardCase> cases) {
        Count count = Count.of(cell, cases);
        boolean tells = Stream.of(ReturnCell.FROM_POLICE, ReturnCell.FROM_PARTNERS)
                .map(one -> Count.of(one, cases).number())
                .anyMatch(number -> number > 0 && number < SMALL);
        if (tells && (cell == ReturnCell.FROM_POLICE || cell == ReturnCell.FROM_PARTNERS)) {
            return Stream.of("suppressed", suppressed(count.unknown()));
        }
        return Stream.of(suppressed(count.number()), suppressed(count.unknown()));
    }

    private static String suppressed(int number) {
        return number > 0 && number < SMALL ? "<" + SMALL : String.valueOf(number);
    }

    private static String code(ReturnCell cell) {
        return cell.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<ReturnCell> cells() {
        return Arrays.stream(ReturnCell.values());
    }

    /// @param total of all meetings, also those of other pages
    /// @param page which page this is, in words; empty when there is one
    record ReturnPage(
            String from,
            String until,
            List<String> columns,
            List<Row> rows,
            List<Cell> total,
            String page,
            @Nullable Integer before,
            @Nullable Integer after) {}

    record Row(UUID meeting, String words, List<Cell> cells) {}

    /// @param unknown how much is not known, in words; empty when nothing
    record Cell(String code, String label, int number, String unknown) {}

    record CasesPage(String title, String meeting, List<Line> counted, List<Line> unknown) {}

    record Line(UUID referral, String reference) {}
}
