package org.witan.comparison;

import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.witan.access.OpenToEveryone;
import org.witan.site.Wording;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.SeriesBreak;

/// What the words in a figure mean: the offence sets and the breaks in the series, as they are in force.
@Controller
class DefinitionsController {
    private final Definitions definitions;
    private final Wording words;

    DefinitionsController(Definitions definitions, Wording words) {
        this.definitions = definitions;
        this.words = words;
    }

    @OpenToEveryone
    @GetMapping("/definitions")
    String page(Model model) {
        model.addAttribute(
                "page",
                new Page(
                        definitions.version(),
                        definitions.sets().all().stream().map(this::set).toList(),
                        definitions.breaks().stream()
                                .sorted((one, other) -> one.from().compareTo(other.from()))
                                .map(this::seriesBreak)
                                .toList()));
        return "comparison/definitions";
    }

    private SetView set(OffenceSet set) {
        var codes = new TreeSet<String>();
        set.codes().stream().map(OffenceCode::value).forEach(codes::add);
        var condition = set.condition().entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " = " + entry.getValue())
                .sorted()
                .toList();
        return new SetView(
                set.name(),
                set.title(),
                set.version(),
                set.status(),
                !set.status().equals("published"),
                codes.isEmpty() ? String.join(", ", set.streetCategories()) : String.join(", ", codes),
                condition.isEmpty() ? words.the("comparison.definitions.no-condition") : String.join("; ", condition),
                set.note(),
                String.join("; ", set.sources()));
    }

    private BreakView seriesBreak(SeriesBreak found) {
        String days = found.to() == null
                ? Dates.day(found.from())
                : words.the("comparison.definitions.days", Dates.day(found.from()), Dates.day(found.to()));
        return new BreakView(
                found.id(),
                days,
                found.title(),
                found.reason(),
                words.the("comparison.definitions.action." + found.action()),
                found.source());
    }

    record Page(String version, List<SetView> sets, List<BreakView> breaks) {}

    /// An offence set as it is shown.
    ///
    /// @param flagged true when it is not a published definition
    record SetView(
            String name,
            String title,
            String version,
            String status,
            boolean flagged,
            String codes,
            String condition,
            String note,
            String sources) {}

    /// A break in the series as it is shown.
    record BreakView(String id, String days, String title, String reason, String action, String source) {}
}
