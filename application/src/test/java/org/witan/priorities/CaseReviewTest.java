package org.witan.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The clock of a case review: three complaints in six months, a letter within 28 days.
class CaseReviewTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 8, 31);

    @Test
    void threeComplaintsInSixMonthsMustBeReviewed() {
        assertThat(review(null, "2026-03-01", "2026-05-01", "2026-08-31").threeComplaintsInSixMonths())
                .isTrue();
    }

    @Test
    void aComplaintOnTheDaySixMonthsBeforeCountsAndOneOfTheDayBeforeDoesNot() {
        assertThat(review(null, "2026-02-28").counted()).isOne();
        assertThat(review(null, "2026-02-27").counted()).isZero();
        assertThat(review(null, "2026-09-01").counted()).isZero();
    }

    @Test
    void theLetterIsDueAfterTwentyEightDaysAndLateOnTheNext() {
        var review = review(null, "2026-08-01");
        assertThat(review.dueOn()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(review.lateOn(LocalDate.of(2026, 9, 28))).isFalse();
        assertThat(review.lateOn(LocalDate.of(2026, 9, 29))).isTrue();
        assertThat(review(LocalDate.of(2026, 9, 28), "2026-08-01").lateOn(LocalDate.of(2027, 1, 1)))
                .as("a letter that was sent in time stays in time")
                .isFalse();
    }

    private static CaseReview review(@Nullable LocalDate answered, String... complaints) {
        return new CaseReview(
                new UUID(0, 1),
                "ASB-1",
                "Invented",
                ASKED,
                Stream.of(complaints).map(LocalDate::parse).toList(),
                answered);
    }

    @Test
    void aScaleThatWeighsNothingScoresNought() {
        var scale = List.of(
                new Criterion(1, "A", Problem.Section.HARM, "a", 4, 2, ""),
                new Criterion(1, "B", Problem.Section.HARM, "b", 4, 1, ""),
                new Criterion(1, "C", Problem.Section.LIKELIHOOD, "c", 2, 0, ""));
        var sections = Criterion.sections(scale, Map.of("A", 4, "B", 1));
        assertThat(sections.get(Problem.Section.HARM)).isEqualTo(75.0);
        assertThat(sections.get(Problem.Section.LIKELIHOOD)).isZero();
        assertThat(Criterion.risk(sections)).isZero();
    }
}
