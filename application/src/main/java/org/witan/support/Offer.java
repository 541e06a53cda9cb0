package org.witan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An offer of support to one person of a case, with all that happened to it.
///
/// @param reference what people call it by; never a name
/// @param whole the case it lies within; null where whoever looks may not see that
/// @param person whom it is for; null where whoever looks may not see that record
/// @param strandWords which part of its kind; empty where it has none
/// @param isDirect whether the provider speaks to the person itself; otherwise only through the IDVA
/// @param isTold whether the person agreed that the provider is asked
/// @param partnerIsSupported for a programme, whether somebody supports the partner; null for everything else
/// @param doneOn when a contractor first did a job of it; null while none did
/// @param stoppedAt since when reaching the person may not be safe, until somebody confirms how; null while nothing
/// says so
/// @param providerClosedAt when the provider closed; null while it is open
/// @param agencyClosedAt when the agency that offered it closed; null while it is open
/// @param steps the last one says how it stands
public record Offer(
        UUID id,
        String reference,
        @Nullable UUID whole,
        @Nullable UUID person,
        OfferKind kind,
        String kindWords,
        String strandWords,
        UUID provider,
        String providerName,
        boolean isDirect,
        boolean isTold,
        String eligibility,
        String needs,
        @Nullable Boolean partnerIsSupported,
        LocalDate askedOn,
        UUID agency,
        int answerDays,
        int startDays,
        @Nullable LocalDate doneOn,
        @Nullable Instant stoppedAt,
        @Nullable Instant providerClosedAt,
        @Nullable Instant agencyClosedAt,
        List<Step> steps,
        List<Score> scores) {

    /// How it stands.
    public Step now() {
        return steps.getLast();
    }

    /// The day on which something happened first; null while it did not.
    public @Nullable LocalDate first(StepKind what) {
        return steps.stream()
                .filter(step -> step.what() == what)
                .map(Step::onDay)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /// How many days the person waited for it: until it started, until it was over without starting, or until today.
    public long waited(LocalDate today) {
        @Nullable LocalDate started = doneOn == null ? first(StepKind.STARTED) : doneOn;
        LocalDate until = started != null ? started : now().what().isOver() ? now().onDay() : today;
        return ChronoUnit.DAYS.between(askedOn, until);
    }

    /// The day by which the provider should answer, or begin; null when neither is awaited.
    public @Nullable LocalDate due() {
        return switch (now().what()) {
            case OFFERED -> askedOn.plusDays(answerDays);
            case ACCEPTED, WAITING -> {
                @Nullable LocalDate accepted = first(StepKind.ACCEPTED);
                // Where a job is done, somebody began, whether they wrote it down or not.
                yield doneOn != null ? null : (accepted == null ? askedOn : accepted).plusDays(startDays);
            }
            case STARTED, SESSION, ENDED, DECLINED, UNABLE, WITHDRAWN -> null;
        };
    }

    /// Whether the provider should have answered or begun.
    public boolean isLate(LocalDate today) {
        @Nullable LocalDate due = due();
        return due != null && due.isBefore(today);
    }

    /// Whether whoever offered it must find something else: the provider cannot, and nobody followed it up.
    public boolean isRefused() {
        return now().what() == StepKind.UNABLE;
    }

    /// Whether nobody may reach the person before somebody confirms how.
    public boolean isStopped() {
        return stoppedAt != null;
    }

    /// Whether it is open with an agency that closed: its provider, or whoever offered it.
    public boolean isLeft() {
        return isLeftByProvider() || isLeftByAgency();
    }

    /// Whether it is open with a provider that closed, so that whoever offered must find another.
    public boolean isLeftByProvider() {
        return providerClosedAt != null && !now().what().isOver();
    }

    /// Whether it is open and the agency that offered it closed, so that the coordinator answers for it.
    public boolean isLeftByAgency() {
        return agencyClosedAt != null && !now().what().isOver();
    }

    /// What it cost so far, in pence; null when no cost is known.
    public @Nullable Integer pence() {
        List<Integer> all =
                steps.stream().map(Step::pence).filter(Objects::nonNull).toList();
        return all.isEmpty() ? null : all.stream().mapToInt(Integer::intValue).sum();
    }

    /// How many sessions there were, and to how many of them the person came.
    public long sessions(boolean onlyAttended) {
        return steps.stream()
                .filter(step -> step.what() == StepKind.SESSION)
                .filter(step -> !onlyAttended || Boolean.TRUE.equals(step.attended()))
                .count();
    }

    @Override
    public String toString() {
        return reference;
    }
}
