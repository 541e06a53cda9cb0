package org.witan.matac;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agency asks that somebody is taken on, and what became of it.
///
/// @param record the source record that it names
/// @param reference of that record
/// @param decisions oldest first
public record Nomination(
        UUID id,
        UUID record,
        String reference,
        String name,
        String agency,
        LocalDate on,
        String reason,
        List<Decision> decisions) {

    /// What can be decided.
    public enum Outcome {
        ADOPTED,
        NOT_ADOPTED,
        ENDED
    }

    /// What was decided.
    ///
    /// @param approach what is tried first, in words; null unless somebody is taken on
    public record Decision(Outcome outcome, @Nullable String approach, String words, LocalDate on) {}

    /// Whether nothing is decided yet.
    public boolean waits() {
        return decisions.isEmpty();
    }

    /// Whether somebody is taken on now.
    public boolean isAdopted() {
        return !waits() && decisions.getLast().outcome() == Outcome.ADOPTED;
    }

    /// Whether nothing had been decided before a day.
    public boolean waitedUntil(LocalDate day) {
        return decisions.stream().noneMatch(one -> one.on().isBefore(day));
    }

    /// Whether somebody had been taken on before a day, and it had not ended by then.
    public boolean wasAdoptedBefore(LocalDate day) {
        return decisions.stream()
                .filter(one -> one.on().isBefore(day))
                .reduce((_, later) -> later)
                .filter(one -> one.outcome() == Outcome.ADOPTED)
                .isPresent();
    }

    /// How many decisions there are, for the form.
    public int version() {
        return decisions.size();
    }

    /// The day from which a fall of the score is told: when they were taken on, or nominated.
    public LocalDate from() {
        return decisions.stream()
                .filter(one -> one.outcome() == Outcome.ADOPTED)
                .findFirst()
                .map(Decision::on)
                .orElse(on);
    }

    /// What may be decided now.
    public List<Outcome> possible() {
        if (waits()) {
            return List.of(Outcome.ADOPTED, Outcome.NOT_ADOPTED);
        }
        return isAdopted() ? List.of(Outcome.ENDED) : List.of();
    }

    @Override
    public String toString() {
        return "a nomination";
    }
}
