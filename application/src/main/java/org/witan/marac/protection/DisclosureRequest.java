package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// That somebody asked under the disclosure scheme (Clare's Law), or professionals did of their own.
///
/// @param receivedOn the day from which its clock runs
/// @param by the name of whoever wrote it down, where whoever looks may know it
/// @param steps that stand and that were undone, the earliest first; empty for whoever only made the request
/// @param dues by when what is to be done; empty for whoever only made the request
public record DisclosureRequest(
        UUID id,
        UUID referral,
        String reference,
        Route route,
        Applicant applicant,
        LocalDate receivedOn,
        String agency,
        @Nullable String by,
        List<Step> steps,
        Dues dues) {

    public DisclosureRequest {
        steps = List.copyOf(steps);
    }

    /// The two ways into the scheme.
    public enum Route {
        RIGHT_TO_ASK,
        RIGHT_TO_KNOW
    }

    /// Who applied, by kind.
    public enum Applicant {
        VICTIM,
        THIRD_PARTY,
        PROFESSIONAL
    }

    /// What is done. Held to the rows of the database by a test.
    public enum Kind {
        CHECKED,
        MET,
        TO_DISCLOSE,
        NOT_TO_DISCLOSE,
        GIVEN,
        CLOSED;

        boolean closes() {
            return this == NOT_TO_DISCLOSE || this == GIVEN || this == CLOSED;
        }
    }

    /// To whom a disclosure is given: in person, never in writing.
    public enum GivenTo {
        VICTIM,
        PROTECTOR
    }

    /// A step.
    ///
    /// @param to null for every step but GIVEN
    /// @param givenBy which professionals gave it; empty for every step but GIVEN
    /// @param undone whether it was undone, for a slip
    public record Step(
            UUID id,
            Kind what,
            LocalDate day,
            @Nullable GivenTo to,
            String givenBy,
            @Nullable String by,
            boolean undone) {}

    /// By when the first checks, the meeting in person and the answer are due.
    ///
    /// @param met null where nobody applied who could be met
    public record Dues(LocalDate checked, @Nullable LocalDate met, LocalDate answered) {}

    /// Whether a step of this kind stands.
    public boolean has(Kind what) {
        return steps.stream().anyMatch(step -> step.what == what && !step.undone);
    }

    /// Whether it waits for something still.
    public boolean isOpen() {
        return Arrays.stream(Kind.values()).noneMatch(kind -> kind.closes() && has(kind));
    }

    /// The days that are due and not done yet, the first first; none when it is answered.
    public List<LocalDate> due() {
        var due = new ArrayList<LocalDate>();
        if (isOpen()) {
            Stream.ofNullable(has(Kind.CHECKED) ? null : dues.checked).forEach(due::add);
            Stream.ofNullable(has(Kind.MET) ? null : dues.met).forEach(due::add);
            due.add(dues.answered);
        }
        return due.stream().sorted().toList();
    }

    /// Whether something of it should have been done before a day.
    public boolean isLate(LocalDate today) {
        return due().stream().anyMatch(day -> day.isBefore(today));
    }

    /// The kinds of steps that can be taken next.
    public List<Kind> next() {
        return Arrays.stream(Kind.values()).filter(this::canBe).toList();
    }

    private boolean canBe(Kind kind) {
        boolean decided = has(Kind.TO_DISCLOSE) || has(Kind.NOT_TO_DISCLOSE);
        return isOpen()
                && !has(kind)
                && switch (kind) {
                    case CHECKED, CLOSED -> true;
                    case MET -> dues.met != null;
                    case TO_DISCLOSE, NOT_TO_DISCLOSE -> !decided;
                    case GIVEN -> has(Kind.TO_DISCLOSE);
                };
    }

    @Override
    public String toString() {
        return "a disclosure-scheme request";
    }
}
