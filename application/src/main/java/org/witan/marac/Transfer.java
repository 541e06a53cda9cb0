package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a referral goes to another MARAC, with all that happened to it.
///
/// @param reference of the referral; never a name
/// @param toPerson who there answers for it
/// @param howAcknowledged how they say that they have it
/// @param words what they must know first; may be empty
/// @param hiddenAddresses whether addresses that are hidden from somebody go with it
/// @param steps oldest first
/// @param chaseOn when it is to be asked for next; null once it is acknowledged or withdrawn
public record Transfer(
        UUID id,
        UUID referral,
        String reference,
        String toMarac,
        String toPerson,
        String howAcknowledged,
        TransferWhy why,
        String words,
        boolean hiddenAddresses,
        String hiddenBecause,
        Instant madeAt,
        List<Step> steps,
        @Nullable LocalDate chaseOn) {

    public Transfer {
        steps = List.copyOf(steps);
    }

    /// Whether the other MARAC said that it has it, and nobody said that this was a mistake.
    public boolean isAcknowledged() {
        return steps.stream()
                        .map(Step::what)
                        .filter(what -> what == TransferStep.ACKNOWLEDGED || what == TransferStep.REOPENED)
                        .reduce(TransferStep.REOPENED, (_, later) -> later)
                == TransferStep.ACKNOWLEDGED;
    }

    /// Whether it was not sent after all.
    public boolean isWithdrawn() {
        return steps.stream().anyMatch(step -> step.what() == TransferStep.WITHDRAWN);
    }

    /// Whether the file was made.
    public boolean isSealed() {
        return steps.stream().anyMatch(step -> step.what() == TransferStep.SEALED);
    }

    /// Whether somebody still has to hear that it arrived.
    public boolean isOpen() {
        return !isAcknowledged() && !isWithdrawn();
    }

    /// What was decided when it was begun.
    Terms terms() {
        return new Terms(toMarac, toPerson, howAcknowledged, why, words, hiddenAddresses, hiddenBecause);
    }

    Transfer with(List<Step> itsSteps, @Nullable LocalDate day) {
        return new Transfer(
                id,
                referral,
                reference,
                toMarac,
                toPerson,
                howAcknowledged,
                why,
                words,
                hiddenAddresses,
                hiddenBecause,
                madeAt,
                itsSteps,
                day);
    }

    /// Something that happened to it.
    ///
    /// @param by who wrote it down, by name; empty where whoever looks may not know it
    public record Step(TransferStep what, String words, Instant at, String by) {

        @Override
        public String toString() {
            return "step " + what;
        }
    }

    /// What somebody decides when they begin one.
    public record Terms(
            String toMarac,
            String toPerson,
            String howAcknowledged,
            TransferWhy why,
            String words,
            boolean hiddenAddresses,
            String hiddenBecause) {

        @Override
        public String toString() {
            return "terms of a transfer";
        }
    }

    @Override
    public String toString() {
        return "transfer " + id;
    }
}
