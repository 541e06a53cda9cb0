package org.witan.voices.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.voices.Deciding.Reason;
import org.witan.voices.Deciding.Waiting;
import org.witan.voices.KeepingPlaces;
import org.witan.voices.Told;

/// Makes the page of a report that waits, with the form that decides about it.
@Component
class ReportPages {
    private final KeepingPlaces places;
    private final Choices choices;
    private final Wording words;

    ReportPages(KeepingPlaces places, Choices choices, Wording words) {
        this.places = places;
        this.choices = choices;
        this.words = words;
    }

    /// What can be decided.
    enum What {
        ACCEPT,
        REJECT
    }

    String when(Told told) {
        return words.the("voices.when", choices.word("days", told.days()), choices.word("band", told.band()));
    }

    List<String> suspicions(Waiting report) {
        return report.suspicions().stream()
                .map(one -> choices.word("suspicion", one))
                .toList();
    }

    ModelAndView page(Waiting report, Form form) {
        Told told = report.told();
        var view = new ModelAndView(
                "voices/report",
                "page",
                new ReportPage(
                        "/voices/reports/" + report.id(),
                        form.problems(),
                        facts(report),
                        told.words(),
                        suspicions(report),
                        form.field("what", choices.of("what", What.class)),
                        form.field("place", choices.places(places.all())),
                        form.text("name"),
                        form.text("area"),
                        form.text("words"),
                        form.field("looked", List.of(new Field.Choice("yes", words.the("voices.decide.looked.yes")))),
                        form.field("reason", choices.of("reason", Reason.class))));
        if (!form.usable()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private List<Fact> facts(Waiting report) {
        Told told = report.told();
        var facts = new ArrayList<Fact>();
        facts.add(fact("day", Days.words(report.toldOn())));
        facts.add(fact("kind", choices.word("kind", told.kind())));
        if (report.placeName() != null) {
            facts.add(fact("place", report.placeName()));
        }
        if (!told.placeWords().isEmpty()) {
            facts.add(fact("where", told.placeWords()));
        }
        facts.add(fact("when", when(told)));
        facts.add(fact(
                "topics",
                told.topics().stream()
                        .sorted()
                        .map(topic -> choices.word("topic", topic))
                        .collect(Collectors.joining("; "))));
        Stream.ofNullable(told.age()).map(age -> choices.word("age", age)).forEach(age -> facts.add(fact("age", age)));
        Stream.ofNullable(told.sex()).map(sex -> choices.word("sex", sex)).forEach(sex -> facts.add(fact("sex", sex)));
        return facts;
    }

    private Fact fact(String key, String detail) {
        return new Fact(words.the("voices.report." + key), List.of(detail));
    }

    /// What is known of a report.
    record Fact(String term, List<String> details) {}

    /// One report with the form that decides about it.
    record ReportPage(
            String path,
            List<Problem> problems,
            List<Fact> facts,
            String told,
            List<String> suspicions,
            Field what,
            Field place,
            Field name,
            Field area,
            Field words,
            Field looked,
            Field reason) {

        /// Whether something is wrong, as the title in the browser says too.
        public boolean wrong() {
            return !problems.isEmpty();
        }
    }
}
