package org.witan.site.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.trail.ReadingTrail;
import org.witan.access.trail.SealingJob;
import org.witan.access.trail.TrailEntry;
import org.witan.access.trail.TrailLine;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.SheetRow;
import org.witan.site.Wording;

/// Makes what the pages of the trail show.
@Component
class TrailPages {
    private final TrailWords lines;
    private final Wording words;
    private final SealingJob sealing;

    TrailPages(TrailWords lines, Wording words, SealingJob sealing) {
        this.lines = lines;
        this.words = words;
        this.sealing = sealing;
    }

    ListPage list(TrailFilter filter, ReadingTrail.Page found) {
        var fields = new Fields(
                filter.form().text("reference"),
                filter.choice("person", found.people()),
                filter.choice("agency", found.agencies()),
                filter.choice("deed", found.deeds()),
                filter.form().text("from", "date", "off"),
                filter.form().text("until", "date", "off"));
        String older =
                found.more() ? filter.address("/trail", found.lines().getLast().id()) : null;
        return new ListPage(
                watch(),
                filter.form().problems(),
                fields,
                lines.lines(found.lines()),
                older,
                filter.address("/trail/export", null));
    }

    /// Said first when the trail is not sealed in time.
    private @Nullable String watch() {
        return switch (sealing.state()) {
            case IN_TIME -> null;
            case LATE -> words.the("trail.watch.late");
            case FAILING -> words.the("trail.watch.failing");
        };
    }

    EntryPage entry(TrailEntry entry) {
        var line = lines.line(entry.line());
        var facts = new ArrayList<Fact>();
        facts.add(fact("at", line.at()));
        facts.add(fact("who", line.who()));
        facts.add(fact("acting", line.acting()));
        facts.add(fact("purpose", line.purpose()));
        facts.add(fact("deed", line.deed()));
        facts.add(fact("outcome", line.outcome()));
        facts.add(new Fact(
                words.the("trail.fact.records"),
                entry.line().references().isEmpty()
                        ? List.of(line.records())
                        : entry.line().references()));
        facts.add(fact("path", entry.path()));
        facts.add(fact("address", entry.address()));
        facts.add(fact("session", entry.session()));
        entry.detail().forEach((name, value) -> facts.add(new Fact(name, List.of(value))));
        facts.add(fact(
                "seal",
                entry.position() == 0 ? words.the("trail.unsealed") : words.the("trail.sealed", entry.position())));
        return new EntryPage(facts);
    }

    private Fact fact(String name, String detail) {
        return new Fact(words.the("trail.fact." + name), List.of(detail.isEmpty() ? words.the("trail.none") : detail));
    }

    MinePage mine(List<TrailLine> own) {
        return new MinePage(lines.lines(own));
    }

    /// The rows as a file for a spreadsheet program, in which no cell is run as a formula.
    byte[] sheet(List<TrailLine> rows) {
        String head = row(Stream.of("at", "who", "acting", "purpose", "deed", "outcome", "records")
                .map(name -> words.the("trail.fact." + name)));
        String body = rows.stream()
                .map(line -> {
                    var shown = lines.line(line);
                    return row(Stream.of(
                            shown.at(),
                            shown.who(),
                            shown.acting(),
                            shown.purpose(),
                            shown.deed(),
                            shown.outcome(),
                            String.join(", ", line.references())));
                })
                .collect(Collectors.joining());
        return (SheetRow.MARK + head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(Stream<String> cells) {
        return SheetRow.of(cells) + SheetRow.END;
    }

    /// @param watch what is wrong with sealing; null when nothing is
    /// @param older the address of older rows; null when there are none
    record ListPage(
            @Nullable String watch,
            List<Problem> problems,
            Fields fields,
            List<TrailWords.Line> lines,
            @Nullable String older,
            String export) {}

    record Fields(Field reference, Field person, Field agency, Field deed, Field from, Field until) {}

    record EntryPage(List<Fact> facts) {}

    record Fact(String term, List<String> details) {}

    record MinePage(List<TrailWords.Line> lines) {}
}
