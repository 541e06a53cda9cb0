package org.witan.matac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.matac.Face;
import org.witan.matac.Fairness;
import org.witan.matac.Ranked;
import org.witan.matac.Ranking;
import org.witan.matac.RepeatVictim;
import org.witan.matac.Scored;
import org.witan.matac.Scored.Place;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.Table;
import org.witan.site.Wording;

/// Makes the pages of the three lists.
@Component
class ListPages {
    private final Caveats caveats;
    private final Wording words;

    ListPages(Caveats caveats, Wording words) {
        this.caveats = caveats;
        this.words = words;
    }

    /// A page on which nothing can be shown, because of what was asked.
    Page refused(String list, AskedDay.Question question) {
        return new Page(
                list,
                question.dayField(),
                question.basisField(),
                question.problems(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                caveats.know(),
                "");
    }

    /// The ranking with its fairness.
    Page ranking(AskedDay.Question question, Ranking.Listed listed) {
        Ranked ranked = listed.ranked();
        List<Section> sections = new ArrayList<>();
        int all = ranked.ranked().size();
        sections.add(new Section(
                "ranked",
                words.the("matac.ranked", all),
                more(all),
                words.the("matac.ranked.none"),
                headings("rank", "score", "recency", "frequency", "gravity", "victims", "note"),
                named(listed, Place.RANKED).stream()
                        .map(one -> row(listed, question, one, ranks(one)))
                        .toList()));
        sections.add(apart(question, listed, Place.AGE_UNKNOWN));
        sections.add(apart(question, listed, Place.DIED));
        int young = ranked.in(Place.TOO_YOUNG).size();
        return page(
                "ranking",
                question,
                ranked,
                sections,
                young == 0
                        ? List.of()
                        : List.of(words.the(
                                "matac.too-young",
                                young,
                                ranked.asked().scale().pool().leastAge())),
                fairness(Fairness.of(ranked)));
    }

    /// Everybody who is suspected again.
    Page suspected(AskedDay.Question question, Ranking.Listed listed) {
        Ranked ranked = listed.ranked();
        List<Scored> serial = listed.named().stream().filter(Scored::isSerial).toList();
        List<Scored> again = named(listed, Place.REPEAT);
        int allSerial = ranked.all().size()
                - ranked.in(Place.REPEAT).size()
                - ranked.in(Place.TOO_YOUNG).size();
        return page(
                "suspected",
                question,
                ranked,
                List.of(
                        suspected(
                                "serial",
                                words.the(
                                        "matac.serial",
                                        allSerial,
                                        ranked.asked().scale().pool().victims()),
                                question,
                                listed,
                                serial,
                                allSerial),
                        suspected(
                                "repeat",
                                words.the(
                                        "matac.repeat", ranked.in(Place.REPEAT).size()),
                                question,
                                listed,
                                again,
                                ranked.in(Place.REPEAT).size())),
                List.of(),
                List.of());
    }

    /// Everybody who was harmed again.
    Page harmed(AskedDay.Question question, Ranking.Victims victims) {
        var asked = victims.asked();
        var section = new Section(
                "harmed",
                words.the("matac.harmed", victims.all()),
                more(victims.all()),
                words.the("matac.harmed.none"),
                headings("events", "last", "accused", "without-suspect"),
                victims.named().stream().map(one -> row(victims.faces(), one)).toList());
        return new Page(
                "harmed",
                question.dayField(),
                question.basisField(),
                List.of(),
                caveats.of(asked),
                List.of(section),
                List.of(),
                List.of(),
                List.of(words.the(
                        "matac.scale.again",
                        asked.scale().again().events(),
                        asked.scale().again().months(),
                        Days.words(asked.day()
                                .minusMonths(asked.scale().again().months())
                                .plusDays(1)))),
                caveats.know(),
                question.query());
    }

    private Page page(
            String list,
            AskedDay.Question question,
            Ranked ranked,
            List<Section> sections,
            List<String> notes,
            List<Table> fairness) {
        var facts = new ArrayList<>(caveats.scale(ranked.asked()));
        facts.addAll(caveats.counted(ranked));
        return new Page(
                list,
                question.dayField(),
                question.basisField(),
                List.of(),
                caveats.of(ranked.asked()),
                sections.stream()
                        .filter(one -> one.id().equals("ranked")
                                || !list.equals("ranking")
                                || !one.rows().isEmpty())
                        .toList(),
                notes,
                fairness,
                facts,
                caveats.know(),
                question.query());
    }

    private Section apart(AskedDay.Question question, Ranking.Listed listed, Place place) {
        List<Row> rows = named(listed, place).stream()
                .map(one -> row(listed, question, one, ranks(one)))
                .toList();
        return new Section(
                place.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.the("matac.apart." + place, listed.ranked().in(place).size()),
                joined(
                        words.the("matac.apart." + place + ".why"),
                        more(rows.size(), listed.ranked().in(place).size())),
                "",
                headings("rank", "score", "recency", "frequency", "gravity", "victims", "note"),
                rows);
    }

    private Section suspected(
            String id,
            String heading,
            AskedDay.Question question,
            Ranking.Listed listed,
            List<Scored> all,
            int everybody) {
        return new Section(
                id,
                heading,
                joined(words.the("matac." + id + ".what"), more(all.size(), everybody)),
                words.the("matac.suspected.none"),
                headings("events", "victims-number", "last", "score", "note"),
                all.stream()
                        .map(one -> row(
                                listed,
                                question,
                                one,
                                List.of(
                                        String.valueOf(one.events()),
                                        String.valueOf(one.victims()),
                                        Days.words(one.lastOn()),
                                        decimal(one.printed()),
                                        note(one))))
                        .toList());
    }

    private static List<Scored> named(Ranking.Listed listed, Place place) {
        return listed.named().stream().filter(one -> one.place() == place).toList();
    }

    private List<String> headings(String... keys) {
        var all = new ArrayList<String>();
        all.add(words.the("matac.heading.who"));
        for (String key : keys) {
            all.add(words.the("matac.heading." + key));
        }
        return all;
    }

    private List<String> ranks(Scored one) {
        return List.of(
                one.rank() == 0 ? words.the("matac.not-ranked") : String.valueOf(one.rank()),
                decimal(one.printed()),
                words.the("matac.cell.recency", decimal(one.parts().recency()), Days.words(one.lastOn())),
                words.the("matac.cell.frequency", decimal(one.parts().frequency()), one.recent()),
                words.the("matac.cell.gravity", decimal(one.parts().gravity()), whole(one.harm())),
                words.the("matac.cell.victims", decimal(one.parts().victims()), one.victims()),
                note(one));
    }

    private String note(Scored one) {
        var notes = new ArrayList<String>();
        if (one.harmed() > 0) {
            notes.add(words.the("matac.note.harmed", one.harmed()));
        }
        if (one.unweighed() > 0) {
            notes.add(words.the("matac.note.unweighed", one.unweighed()));
        }
        return String.join(" ", notes);
    }

    private Row row(Ranking.Listed listed, AskedDay.Question question, Scored one, List<String> cells) {
        return new Row(
                "/matac/people/" + one.record() + "?" + question.query(), who(listed.faces(), one.record()), cells);
    }

    private Row row(Map<UUID, Face> faces, RepeatVictim one) {
        return new Row(
                "/people/" + one.record(),
                who(faces, one.record()),
                List.of(
                        String.valueOf(one.events()),
                        Days.words(one.lastOn()),
                        String.valueOf(one.accused()),
                        String.valueOf(one.withoutSuspect())));
    }

    /// Name, day of birth and reference.
    String who(Map<UUID, Face> faces, UUID record) {
        Face face = faces.get(record);
        return face == null ? words.the("matac.who.hidden") : who(face);
    }

    /// Name, day of birth and reference.
    String who(Face face) {
        return face.born().isEmpty()
                ? words.the("matac.who.not-born", face.name(), face.reference())
                : words.the("matac.who", face.name(), born(face.born()), face.reference());
    }

    private static String born(String given) {
        return Days.read(given).map(Days::words).orElse(given);
    }

    private String more(int all) {
        return more(Math.min(all, Ranking.PAGE), all);
    }

    private String more(int shown, int all) {
        return all > shown ? words.the("matac.more", shown, all) : "";
    }

    private static String joined(String words, String more) {
        return (words + " " + more).strip();
    }

    /// One table for each way to group.
    List<Table> fairness(Fairness found) {
        var tables = new ArrayList<Table>();
        for (Fairness.Dimension dimension : Fairness.Dimension.values()) {
            tables.add(new Table(
                    words.the("matac.fair." + dimension, found.pool(), found.first()),
                    List.of(
                            words.the("matac.fair.group"),
                            words.the("matac.fair.pool"),
                            words.the("matac.fair.first"),
                            words.the("matac.fair.mean")),
                    found.groups().stream()
                            .filter(one -> one.dimension() == dimension)
                            .map(one -> List.of(
                                    one.name().isEmpty()
                                            ? words.the("matac.fair.not-recorded")
                                            : words.the("matac.fair.group." + dimension, name(one)),
                                    share(one.pool(), found.pool()),
                                    share(one.first(), found.first()),
                                    mean(one.meanScore())))
                            .toList()));
        }
        return tables;
    }

    private String name(Fairness.Group one) {
        return one.dimension() == Fairness.Dimension.SEX ? words.the("matac.sex." + one.name()) : one.name();
    }

    private String share(@Nullable Integer number, int whole) {
        Double share = Fairness.share(number, whole);
        return number == null || share == null
                ? words.the("matac.fair.hidden")
                : words.the("matac.fair.share", number, decimal(share));
    }

    private String mean(@Nullable Double score) {
        return score == null ? words.the("matac.fair.hidden") : decimal(score);
    }

    /// One decimal.
    static String decimal(double value) {
        return String.format(Locale.UK, "%.1f", value);
    }

    /// No decimal.
    static String whole(double value) {
        return String.format(Locale.UK, "%,.0f", value);
    }

    /// A list.
    ///
    /// @param list which; the words of the page are found by it
    /// @param of the day, the basis and the scale; empty when nothing can be shown
    /// @param notes what else the list must say
    /// @param facts the scale and what was counted
    /// @param query of the links; empty when nothing can be shown
    record Page(
            String list,
            Field day,
            Field basis,
            List<Problem> problems,
            String of,
            List<Section> sections,
            List<String> notes,
            List<Table> fairness,
            List<String> facts,
            List<String> know,
            String query) {}

    /// One table of persons.
    ///
    /// @param text below the heading; may be empty
    /// @param none words for no row
    record Section(String id, String heading, String text, String none, List<String> headings, List<Row> rows) {}

    /// One person.
    record Row(String path, String who, List<String> cells) {}
}
