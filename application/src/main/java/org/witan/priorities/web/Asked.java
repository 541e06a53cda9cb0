package org.witan.priorities.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.priorities.Districts;
import org.witan.priorities.PlaceKind;
import org.witan.site.Field;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.place.Outcome;

/// What the pages that look at recorded crime are asked: an area, a period and perhaps a type of crime.
@Component
class Asked {
    private final Districts districts;
    private final Wording words;

    Asked(Districts districts, Wording words) {
        this.districts = districts;
        this.words = words;
    }

    /// What was asked, made whole.
    ///
    /// @param period null when nothing is loaded or what was typed is none
    /// @param problem why it cannot be answered; empty when it can
    record Question(
            String offences,
            String area,
            String typed,
            @Nullable Period period,
            String problem) {}

    Question read(String offences, String area, String period, Optional<Period> usual) {
        String place = area.isEmpty() ? districts.usual() : area;
        String type = offences.isEmpty() ? "police-uk-violence-and-sexual-offences" : offences;
        if (!districts.knows(place)) {
            return new Question(type, districts.usual(), period, null, words.the("priorities.ask.area.unknown"));
        }
        try {
            var read = period.isEmpty() ? usual : Optional.of(Period.parse(period));
            return read.map(one -> new Question(type, place, one.notation(), one, ""))
                    .orElseGet(() -> new Question(type, place, period, null, words.the("priorities.ask.nothing")));
        } catch (BadInput wrong) {
            return new Question(type, place, period, null, String.valueOf(wrong.getMessage()));
        }
    }

    Field areas(String chosen) {
        return select("area", chosen, districts.all());
    }

    Field offences(String chosen) {
        return select("offences", chosen, districts.withPoints());
    }

    /// The kind of place that was typed; any place when it is none.
    static PlaceKind place(String typed) {
        return Stream.of(PlaceKind.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(PlaceKind.ANY);
    }

    Field places(PlaceKind chosen) {
        return Field.of("place", words.the("priorities.ask.place"), null, List.of(chosen.name()), null, placeChoices());
    }

    List<Field.Choice> placeChoices() {
        return words.choices("priorities.place", PlaceKind.values());
    }

    /// Types of crime that what is loaded can tell apart.
    Field types(String chosen) {
        return Field.of(
                "offences",
                words.the("priorities.ask.offences"),
                null,
                List.of(chosen),
                null,
                districts.typesByName().stream()
                        .map(one -> new Field.Choice(one.code(), one.name()))
                        .toList());
    }

    Field period(Question question) {
        return Field.of(
                "period",
                words.the("priorities.ask.period"),
                words.the("priorities.ask.period.hint"),
                question.typed(),
                question.problem().isEmpty() ? null : question.problem(),
                List.of());
    }

    private Field select(String name, String chosen, List<Districts.Choice> choices) {
        var offered = Stream.concat(
                        choices.stream(),
                        choices.stream().anyMatch(one -> one.code().equals(chosen)) || !districts.knows(chosen)
                                ? Stream.empty()
                                : Stream.of(new Districts.Choice(chosen, districts.name(chosen))))
                .map(one -> new Field.Choice(one.code(), one.name()))
                .toList();
        return Field.of(name, words.the("priorities.ask." + name), null, List.of(chosen), null, offered);
    }

    /// How something is looked for in a period.
    interface Looking<T> {
        Outcome<T> in(Period period);
    }

    /// What is found; what was asked wrongly is refused in words.
    static <T> Outcome<T> outcome(Question question, Looking<T> looking) {
        Period period = question.period();
        if (period == null) {
            return new Outcome.Refused<>("question", question.problem());
        }
        try {
            return looking.in(period);
        } catch (BadInput wrong) {
            return new Outcome.Refused<>("bad-input", String.valueOf(wrong.getMessage()));
        }
    }

    /// A page, with the status that tells a question that names what is not there from one that has no answer.
    static ModelAndView shown(String template, Question question, Outcome<?> outcome, Object page) {
        var view = new ModelAndView(template, "page", page);
        boolean wrong = outcome instanceof Outcome.Refused<?>(String code, String _)
                && (code.equals("bad-input")
                        || (code.equals("question") && !question.typed().isEmpty()));
        if (wrong) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// What a page was asked, as it stands behind an address.
    static String query(Question question) {
        return "offences=" + question.offences() + "&area=" + question.area() + "&period=" + question.typed();
    }
}
