package org.witan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a contractor is asked to do at an address: no name, no reason.
///
/// @param access when it is safe to come, and how to get in
/// @param items what to fit, in words
/// @param isOwn whether the agency of whoever looks does it
/// @param stoppedAt since when going there may not be safe; null while nothing says so
/// @param contractorClosed whether the contractor closed
/// @param askerClosed whether the agency that asked closed
/// @param steps what came of it, oldest first
public record Job(
        UUID id,
        String reference,
        String contractor,
        String asker,
        boolean isOwn,
        String address,
        String access,
        List<String> items,
        Instant askedAt,
        @Nullable Instant stoppedAt,
        boolean contractorClosed,
        boolean askerClosed,
        List<Said> steps) {

    /// What came of a job.
    public enum What {
        DONE,
        NOT_DONE,
        CHECKED
    }

    /// One thing that was said of it.
    public record Said(What what, LocalDate onDay, String words, String agency) {}

    /// Whether nobody has said anything of it.
    public boolean isOpen() {
        return steps.isEmpty();
    }

    /// Whether it was done, checked or not.
    public boolean isDone() {
        return steps.stream().anyMatch(one -> one.what() != What.NOT_DONE);
    }

    /// Whether it waits for an agency that closed: a contractor to do it, or whoever asked to check it.
    public boolean isLeft() {
        return isLeftByContractor() || (askerClosed && !isChecked());
    }

    /// Whether it waits for a contractor that closed.
    public boolean isLeftByContractor() {
        return contractorClosed && !isDone();
    }

    private boolean isChecked() {
        return steps.stream().anyMatch(one -> one.what() == What.CHECKED);
    }

    /// Whether the contractor could not do it, and nothing came of it since.
    public boolean isNotDone() {
        return !steps.isEmpty() && steps.getLast().what() == What.NOT_DONE;
    }

    /// Whether it was done and nobody checked it.
    public boolean isToCheck() {
        return !steps.isEmpty() && steps.getLast().what() == What.DONE;
    }

    @Override
    public String toString() {
        return reference;
    }
}
