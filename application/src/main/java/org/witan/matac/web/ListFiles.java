package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.matac.Face;
import org.witan.matac.Fairness;
import org.witan.matac.Nominating.Assessed;
import org.witan.matac.Nomination;
import org.witan.matac.Ranked;
import org.witan.matac.Ranked.Asked;
import org.witan.matac.Ranking;
import org.witan.matac.Scored;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.site.file.Sheet.Cell;

/// The lists as files: marked, with the scale, what was counted and every caveat above the rows. They hold references
/// and no names.
@Component
class ListFiles {
    private final Caveats caveats;
    private final ListPages pages;
    private final Wording words;
    private final Days days;

    ListFiles(Caveats caveats, ListPages pages, Wording words, Days days) {
        this.caveats = caveats;
        this.pages = pages;
        this.words = words;
        this.days = days;
    }

    ResponseEntity<byte[]> ranking(Ranking.Listed listed) {
        Ranked ranked = listed.ranked();
        var rows = head(ranked.asked(), "matac.list.ranking.title");
        caveats.counted(ranked).forEach(line -> rows.add(Sheet.line(line)));
        scores(rows, listed);
        for (var table : pages.fairness(Fairness.of(ranked))) {
            rows.add(List.of());
            rows.add(Sheet.line(table.caption()));
            rows.addAll(Sheet.table(table));
        }
        return Format.CSV.attached("matac-ranking", new Sheet("matac-ranking", rows));
    }

    ResponseEntity<byte[]> suspected(Ranking.Listed listed) {
        var rows = head(listed.ranked().asked(), "matac.list.suspected.title");
        caveats.counted(listed.ranked()).forEach(line -> rows.add(Sheet.line(line)));
        scores(rows, listed);
        return Format.CSV.attached("matac-suspected-again", new Sheet("matac-suspected-again", rows));
    }

    ResponseEntity<byte[]> harmed(Ranking.Victims victims) {
        var rows = head(victims.asked(), "matac.list.harmed.title");
        rows.add(Sheet.line("reference", "events", "last", "alleged perpetrators", "events without a suspect"));
        victims.named()
                .forEach(one -> rows.add(List.of(
                        Sheet.words(reference(victims.faces(), one.record())),
                        Sheet.number(one.events()),
                        Sheet.words(one.lastOn().toString()),
                        Sheet.number(one.accused()),
                        Sheet.number(one.withoutSuspect()))));
        return Format.CSV.attached("matac-harmed-again", new Sheet("matac-harmed-again", rows));
    }

    /// Nominations with what was decided last. Reasons and words of decisions stay on the page: they tell of persons.
    ResponseEntity<byte[]> nominations(List<Assessed> all) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheet.line(words.the("matac.file.marking")));
        rows.add(Sheet.line(words.the("matac.nominations.title")));
        rows.add(Sheet.line(words.the("matac.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(words.the("matac.alleged")));
        rows.add(Sheet.line(words.the("matac.outcome.mean")));
        rows.add(Sheet.line("reference", "nominated by", "on", "stands", "since", "score then", "score now"));
        all.forEach(one -> rows.add(nomination(one)));
        return Format.CSV.attached("matac-nominations", new Sheet("matac-nominations", rows));
    }

    private static List<Cell> nomination(Assessed one) {
        Nomination nomination = one.nomination();
        var last = nomination.waits() ? null : nomination.decisions().getLast();
        Double before = one.before();
        var now = one.score();
        return List.of(
                Sheet.words(nomination.reference()),
                Sheet.words(nomination.agency()),
                Sheet.words(nomination.on().toString()),
                Sheet.words(last == null ? "WAITS" : last.outcome().name()),
                Sheet.words((last == null ? nomination.on() : last.on()).toString()),
                before == null ? Sheet.words("") : Sheet.number(before),
                now == null ? Sheet.words("") : Sheet.number(now.printed()));
    }

    private void scores(List<List<Cell>> rows, Ranking.Listed listed) {
        rows.add(Sheet.line(
                "reference",
                "stands",
                "place",
                "score",
                "recency",
                "frequency",
                "gravity",
                "victims",
                "last event",
                "events",
                "events for frequency",
                "harm in days",
                "different victims",
                "events without a weight",
                "events in which harmed"));
        listed.named().forEach(one -> rows.add(row(listed, one)));
    }

    private List<Cell> row(Ranking.Listed listed, Scored one) {
        return List.of(
                Sheet.words(reference(listed.faces(), one.record())),
                Sheet.words(words.the("matac.place." + one.place())),
                one.rank() == 0 ? Sheet.words("") : Sheet.number(one.rank()),
                Sheet.number(one.score()),
                Sheet.number(one.parts().recency()),
                Sheet.number(one.parts().frequency()),
                Sheet.number(one.parts().gravity()),
                Sheet.number(one.parts().victims()),
                Sheet.words(one.lastOn().toString()),
                Sheet.number(one.events()),
                Sheet.number(one.recent()),
                Sheet.number(one.harm()),
                Sheet.number(one.victims()),
                Sheet.number(one.unweighed()),
                Sheet.number(one.harmed()));
    }

    private static String reference(Map<UUID, Face> faces, UUID record) {
        Face face = faces.get(record);
        return face == null ? "" : face.reference();
    }

    private List<List<Cell>> head(Asked asked, String title) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheet.line(words.the("matac.file.marking")));
        rows.add(Sheet.line(words.the(title)));
        rows.add(Sheet.line(words.the("matac.file.made", Days.words(days.today()))));
        rows.add(Sheet.line(caveats.of(asked)));
        rows.add(Sheet.line(words.the("matac.alleged")));
        caveats.scale(asked).forEach(line -> rows.add(Sheet.line(line)));
        rows.add(Sheet.line(words.the(
                "matac.scale.again",
                asked.scale().again().events(),
                asked.scale().again().months(),
                Days.words(
                        asked.day().minusMonths(asked.scale().again().months()).plusDays(1)))));
        caveats.know().forEach(line -> rows.add(Sheet.line(line)));
        return rows;
    }
}
