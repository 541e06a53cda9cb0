package org.witan.priorities;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case review of anti-social behaviour (community trigger), by its number alone.
///
/// @param number of the agency that holds it
/// @param complaints the days of the complaints
/// @param answeredOn null while no letter with the conclusion was sent
public record CaseReview(
        UUID id,
        String number,
        String agency,
        LocalDate askedOn,
        List<LocalDate> complaints,
        @Nullable LocalDate answeredOn) {
    /// Three complaints in six months: threshold of Newcastle-under-Lyme [S147].
    public static final int THRESHOLD = 3;

    private static final int MONTHS = 6;

    /// The letter with the conclusion within 28 days [S147].
    private static final int DAYS = 28;

    public CaseReview {
        complaints = List.copyOf(complaints);
    }

    /// Complaints in the six months before it was asked for, that day included.
    public long counted() {
        LocalDate from = askedOn.minusMonths(MONTHS);
        return complaints.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(askedOn))
                .count();
    }

    /// Whether the threshold is reached: then there must be a review.
    public boolean threeComplaintsInSixMonths() {
        return counted() >= THRESHOLD;
    }

    /// The day by which the letter is due.
    public LocalDate dueOn() {
        return askedOn.plusDays(DAYS);
    }

    /// Whether that day is over and no letter was sent, or it was sent late.
    public boolean lateOn(LocalDate today) {
        return (answeredOn == null ? today : answeredOn).isAfter(dueOn());
    }
}
