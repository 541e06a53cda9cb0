package org.witan.support.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.support.CountingOffers;
import org.witan.support.CountingOffers.Count;

/// Offers of the last twelve months in numbers, for the partnership: on a page, and as a file.
@Controller
class CountsController {
    private static final List<String> COLUMNS =
            List.of("kind", "offered", "started", "declined", "unable", "open", "wait", "change", "reasons");
    private final CountingOffers counting;
    private final SupportFile file;
    private final Wording words;
    private final Days days;

    CountsController(CountingOffers counting, SupportFile file, Wording words, Days days) {
        this.counting = counting;
        this.file = file;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/counts")
    ModelAndView counts(Viewer viewer) {
        return new ModelAndView(
                "support/counts",
                "page",
                new Page(
                        words.the("support.counts.period", Days.words(from()), Days.words(days.today())),
                        COLUMNS.stream().map(this::column).toList(),
                        counted(viewer, Verb.COUNT).stream().map(this::row).toList()));
    }

    @ProvenPresence
    @OpenTo(Role.COORDINATOR)
    @GetMapping("/support/counts.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return file.of(
                "support-counts",
                "support.counts",
                COLUMNS,
                counted(viewer, Verb.EXPORT).stream()
                        .map(one -> row(one).stream().map(Sheet::words).toList())
                        .toList());
    }

    private LocalDate from() {
        return days.today().minusYears(1).plusDays(1);
    }

    private List<Count> counted(Viewer viewer, Verb verb) {
        return counting.count(viewer, from(), days.today(), verb);
    }

    private String column(String key) {
        return words.the("support.counts." + key);
    }

    private List<String> row(Count count) {
        return Stream.of(
                        count.kind(),
                        number(count.offered()),
                        number(count.started()),
                        number(count.declined()),
                        number(count.unable()),
                        number(count.open()),
                        number(count.medianWait()),
                        number(count.change()),
                        reasons(count.reasons()))
                .toList();
    }

    private String number(@Nullable Long number) {
        return number == null ? words.the("support.counts.few") : String.valueOf(number);
    }

    private String number(@Nullable Double number) {
        return number == null ? words.the("support.counts.few") : String.format(Locale.UK, "%.1f", number);
    }

    private static String reasons(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /// Offers in numbers.
    ///
    /// @param rows each with a cell for each heading
    record Page(String period, List<String> headings, List<List<String>> rows) {}
}
