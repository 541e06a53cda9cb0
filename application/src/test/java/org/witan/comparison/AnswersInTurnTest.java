package org.witan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.site.Busy;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;

/// So many questions about recorded crime at once, and no more.
class AnswersInTurnTest extends RunningApplication {
    @Autowired
    private Answers answers;

    @Test
    void oneQuestionTooManyIsTurnedAwayAndAskedAgainLaterItIsAnswered() throws Exception {
        var question = question();
        Figure figure = answers.answer(question);
        var asked = new CountDownLatch(AnswersInTurn.AT_ONCE);
        var go = new CountDownLatch(1);
        var inTurn = new AnswersInTurn(
                one -> {
                    asked.countDown();
                    wait(go);
                    return figure;
                },
                Duration.ZERO);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Figure>>();
            for (int i = 0; i < AnswersInTurn.AT_ONCE; i++) {
                waiting.add(people.submit(() -> inTurn.answer(question)));
            }
            wait(asked);
            assertThatThrownBy(() -> inTurn.answer(question)).isInstanceOf(Busy.class);
            go.countDown();
            for (var one : waiting) {
                assertThat(one.get()).isSameAs(figure);
            }
            assertThat(inTurn.answer(question)).isSameAs(figure);
        }
    }

    @Test
    void aQuestionThatHasNoAnswerGivesItsPlaceBack() {
        var inTurn = new AnswersInTurn(
                _ -> {
                    throw new BadInput("invented");
                },
                Duration.ZERO);
        for (int i = 0; i <= AnswersInTurn.AT_ONCE; i++) {
            assertThatThrownBy(() -> inTurn.answer(question())).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void whoIsTurnedAwayReadsWhenToTryAgain() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address() + "/doors/busy"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(answer.body()).contains("Wait some seconds, then load the page again");
        }
    }

    private static Question question() {
        return new Question(
                "stalking",
                "E23000015",
                Period.parse("2021-22"),
                null,
                Measure.parse("count"),
                Map.of(),
                Question.By.NOTHING,
                Question.Audience.PUBLIC,
                null,
                null);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
