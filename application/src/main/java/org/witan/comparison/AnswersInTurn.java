package org.witan.comparison;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.witan.site.Busy;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;

/// Lets some questions be answered at once and the others wait a little, in the order in which they
/// came: the page is open to everybody, and each question may read all of recorded crime.
final class AnswersInTurn implements Answers {
    static final int AT_ONCE = 8;
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Answers answers;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    AnswersInTurn(Answers answers, Duration patience) {
        this.answers = answers;
        this.patience = patience;
    }

    /// @throws Busy when its turn does not come
    @Override
    public Figure answer(Question question) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return answers.answer(question);
        } finally {
            places.release();
        }
    }
}
