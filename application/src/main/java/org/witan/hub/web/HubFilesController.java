package org.witan.hub.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubCase;
import org.witan.hub.MeasuringIndependence;
import org.witan.hub.ReadingHub;
import org.witan.site.Days;
import org.witan.site.Drawn;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.site.file.Sheet.Cell;

/// The lists of the hub as files: marked, with what their reader must know above. They hold references and no names.
@Controller
class HubFilesController {
    private static final List<String> COLUMNS =
            List.of("reference", "state", "since", "referred", "by", "urgent", "lead", "asked", "answered", "review");
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final ReadingHub reading;
    private final MeasuringIndependence measuring;
    private final Pictures pictures;
    private final Wording words;
    private final Days days;

    HubFilesController(
            ReadingHub reading, MeasuringIndependence measuring, Pictures pictures, Wording words, Days days) {
        this.reading = reading;
        this.measuring = measuring;
        this.pictures = pictures;
        this.words = words;
        this.days = days;
    }

    /// Referrals that wait and cases that are open.
    @ProvenPresence
    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub.csv")
    ResponseEntity<byte[]> cases(Viewer viewer) {
        ReadingHub.Listed listed = reading.listed(viewer);
        var rows = head(Stream.of(
                words.the("hub.file.caveat.now"),
                words.the("hub.file.caveat.names"),
                words.the("hub.file.caveat.number", listed.cases().size(), listed.isWhole() ? 1 : 0)));
        rows.add(COLUMNS.stream()
                .map(column -> Sheet.words(words.the("hub.file." + column)))
                .toList());
        listed.cases().forEach(one -> rows.add(row(one)));
        return Format.CSV.attached("hub", new Sheet(words.the("hub.title"), rows));
    }

    private List<Cell> row(HubCase one) {
        return List.of(
                Sheet.words(one.reference()),
                Sheet.words(words.the("hub.file.state." + one.state())),
                Sheet.words(LocalDate.ofInstant(one.since(), HERE).toString()),
                Sheet.words(one.referredOn().toString()),
                Sheet.words(one.agencyName()),
                Sheet.words(words.the(one.urgent() ? "hub.file.yes" : "hub.file.no")),
                Sheet.words(Objects.requireNonNullElse(one.leadName(), "")),
                Sheet.number(one.asked()),
                Sheet.number(one.answered()),
                Sheet.words(day(one.reviewOn())));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// Independence in total, as its page shows it: needs of too few residents have no number.
    @ProvenPresence
    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/independence.csv")
    ResponseEntity<byte[]> independence(Viewer viewer) {
        Drawn drawn = pictures.of(measuring.total(viewer, Verb.EXPORT));
        var rows = head(Stream.concat(Stream.of(words.the("hub.scale")), drawn.notes().stream()));
        rows.addAll(Sheet.table(Objects.requireNonNull(drawn.table())));
        return Format.CSV.attached("hub-independence", new Sheet(words.the("hub.total.heading"), rows));
    }

    private List<List<Cell>> head(Stream<String> caveats) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheet.line(words.the("hub.year.marking")));
        rows.add(Sheet.line(words.the("hub.year.made", Days.words(days.today()))));
        caveats.forEach(line -> rows.add(Sheet.line(line)));
        return rows;
    }
}
