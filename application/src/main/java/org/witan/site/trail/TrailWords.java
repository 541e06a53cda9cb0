package org.witan.site.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.witan.access.trail.TrailLine;
import org.witan.site.Wording;

/// Rows of the trail in the words of the pages.
@Component
final class TrailWords {
    static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.UK).withZone(HERE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final int FEW = 3;

    private final Wording words;

    TrailWords(Wording words) {
        this.words = words;
    }

    String moment(Instant at) {
        return MOMENT.format(at);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    List<Line> lines(List<TrailLine> lines) {
        return lines.stream().map(this::line).toList();
    }

    Line line(TrailLine line) {
        return new Line(
                "/trail/entries/" + line.id(),
                moment(line.at()),
                who(line),
                line.agency().isEmpty() ? words.the("trail.nobody.agency") : line.agency() + ", " + line.role(),
                line.purpose(),
                line.deed() + ": " + line.what(),
                words.the("trail.outcome." + line.outcome()),
                records(line));
    }

    String who(TrailLine line) {
        return switch (line.channel()) {
            case "JOB" -> words.the("trail.nobody.job");
            case "COMMAND" -> line.who().isEmpty() ? words.the("trail.nobody.command") : line.who();
            default -> line.who().isEmpty() ? words.the("trail.nobody") : line.who();
        };
    }

    /// The first few references, and how many records there are beside them.
    private String records(TrailLine line) {
        if (line.records() == 0) {
            return words.the("trail.records.none");
        }
        int named = Math.min(FEW, line.references().size());
        String first = String.join(", ", line.references().subList(0, named));
        int others = line.records() - named;
        if (others == 0) {
            return first;
        }
        return named == 0 ? words.the("trail.records.unnamed", others) : words.the("trail.records.more", first, others);
    }

    /// A row as a table shows it.
    record Line(
            String path,
            String at,
            String who,
            String acting,
            String purpose,
            String deed,
            String outcome,
            String records) {}
}
