package org.witan.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// Makes the comparison page from what was typed.
@Component
class ComparePages {
    private final ReadingQuestions reading;
    private final QuestionForm form;
    private final Answers answers;
    private final AnswerViews views;
    private final Definitions definitions;
    private final Store store;
    private final Wording words;

    ComparePages(
            ReadingQuestions reading,
            QuestionForm form,
            Answers answers,
            AnswerViews views,
            Definitions definitions,
            Store store,
            Wording words) {
        this.reading = reading;
        this.form = form;
        this.answers = answers;
        this.views = views;
        this.definitions = definitions;
        this.store = store;
        this.words = words;
    }

    ComparePage page(Typed typed) {
        boolean loaded = store.findCurrent().isPresent();
        if (!typed.asked()) {
            return empty(typed, List.of(), loaded);
        }
        return switch (reading.read(typed)) {
            case Reading.NotUnderstood(List<Problem> problems) -> empty(typed, problems, loaded);
            case Reading.Understood(Question question) ->
                loaded ? answered(typed, question) : empty(typed, List.of(), false);
        };
    }

    private ComparePage answered(Typed typed, Question question) {
        try {
            Figure figure = answers.answer(question);
            return new ComparePage(
                    title(figure),
                    title(figure),
                    form.fields(typed, List.of()),
                    List.of(),
                    views.of(figure, typed),
                    true,
                    List.of());
        } catch (BadInput unusable) {
            return empty(typed, List.of(new Problem(Typed.OFFENCES, String.valueOf(unusable.getMessage()))), true);
        }
    }

    private String title(Figure figure) {
        return words.the(
                "comparison.heading",
                figure.definition().title(),
                definitions.areas().the(figure.question().area()).name(),
                figure.question().period().label(),
                AnswerViews.earlier(figure.question()).label());
    }

    private ComparePage empty(Typed typed, List<Problem> problems, boolean loaded) {
        String heading = words.the("comparison.heading.empty");
        return new ComparePage(
                problems.isEmpty() ? heading : words.the("site.error.title", heading),
                heading,
                form.fields(typed, problems),
                problems,
                null,
                loaded,
                examples());
    }

    private List<ComparePage.Example> examples() {
        return Stream.of("stalking", "domestic", "harassment")
                .map(example -> new ComparePage.Example(
                        words.the("comparison.example." + example),
                        "/compare?" + words.the("comparison.example." + example + ".query")))
                .toList();
    }

    /// The question in what was typed, or null when it is not one.
    @Nullable
    Question findQuestion(Typed typed) {
        return reading.read(typed) instanceof Reading.Understood(Question question) ? question : null;
    }
}
