package org.witan.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.meeting.Action;

/// A case of the hub with all that whoever looks may see of it. What they may not see is not there.
///
/// @param contact how to reach the resident safely; empty when nobody said
/// @param home null for whoever may not see it
/// @param story null for whoever may not see it
/// @param consent null for whoever may not see it
/// @param restricted whether it has the visibility of the MARAC
/// @param keeps whether whoever looks keeps it
/// @param leads whether whoever looks speaks for the agency that leads it
public record HubCaseInFull(
        HubCase line,
        String contact,
        @Nullable Home home,
        List<ResidentReferral.Child> children,
        @Nullable Story story,
        @Nullable Consent consent,
        List<Need> needs,
        List<Decision> decisions,
        List<Request> requests,
        List<Measurement> measurements,
        List<Step> steps,
        List<Action> actions,
        boolean restricted,
        boolean keeps,
        boolean leads) {

    /// The step up that goes on; empty when there is none.
    public Optional<Step> goingOn() {
        return steps.stream().filter(step -> !step.isOver()).findFirst();
    }

    /// Whether somebody measured where the resident started.
    public boolean isMeasured() {
        return measurements.stream().anyMatch(one -> one.occasion() == Occasion.START);
    }

    @Override
    public String toString() {
        return line.toString();
    }

    /// Where the resident lives.
    public record Home(String lines, String postcode) {
        @Override
        public String toString() {
            return "a home";
        }
    }

    /// What worries the agency that referred, and what it tried.
    public record Story(String concerns, String tried, String urgentBecause) {
        @Override
        public String toString() {
            return "a story";
        }
    }

    /// Whether the resident agreed, or why it goes on without.
    public record Consent(boolean given, String words) {
        @Override
        public String toString() {
            return "consent " + given;
        }
    }

    /// What was decided about it.
    ///
    /// @param reason words of the coded reason; empty for what was added
    public record Decision(String step, String reason, String words, boolean urgent, Instant at, String by) {
        @Override
        public String toString() {
            return "decision " + step;
        }
    }

    /// What an agency was asked and answered.
    ///
    /// @param known null while it did not answer
    /// @param mine whether whoever looks answers for that agency
    public record Request(
            UUID id,
            UUID agency,
            String agencyName,
            String purpose,
            LocalDate due,
            @Nullable Known known,
            String words,
            @Nullable Instant answeredAt,
            String answeredBy,
            boolean mine) {
        @Override
        public String toString() {
            return "request " + id;
        }
    }

    /// How independent the resident was on a day, by the code of the need.
    public record Measurement(
            UUID id,
            Occasion occasion,
            boolean withPerson,
            LocalDate on,
            String words,
            String agency,
            String by,
            Map<String, Integer> values) {
        @Override
        public String toString() {
            return "measurement " + id;
        }
    }

    /// That it was stepped up, and what came of it, oldest first.
    public record Step(UUID id, StepUpTo to, String words, Instant at, String by, List<End> ends) {

        /// Whether it is the hub's alone again.
        public boolean isOver() {
            return ends.stream().anyMatch(end -> end.how() != StepEnd.TAKEN);
        }

        /// Whether the MARAC has said nothing yet.
        public boolean waits() {
            return to == StepUpTo.MARAC && ends.isEmpty();
        }

        @Override
        public String toString() {
            return "step " + id;
        }
    }

    /// What came of a step up.
    public record End(StepEnd how, String words, Instant at, String by) {
        @Override
        public String toString() {
            return "end " + how;
        }
    }
}
