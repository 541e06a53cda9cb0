package org.witan.priorities;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A problem with all that the group wrote of it.
///
/// @param place what kind of place it is about
/// @param hot the hot place that it was written down from; null when it was not
/// @param osara null while nothing was written
/// @param scored null while it was not scored
/// @param priority null while it never was one
public record Problem(
        UUID id,
        String title,
        String offences,
        String area,
        PlaceKind place,
        @Nullable HotPlace hot,
        @Nullable Osara osara,
        @Nullable Scored scored,
        @Nullable Priority priority,
        List<Task> tasks,
        List<Compared> compared) {

    public Problem {
        tasks = List.copyOf(tasks);
        compared = List.copyOf(compared);
    }

    /// Objective, scanning, analysis, response, assessment, and the three sides of the triangle.
    public record Osara(
            int version,
            String objective,
            String scanning,
            String analysis,
            String response,
            String assessment,
            String harmed,
            String harming,
            String place,
            Set<Principle> principles) {
        public Osara {
            principles = Set.copyOf(principles);
        }

        /// Whether a side of the triangle is still empty: without all three there is no problem that can be solved.
        public boolean lacksASide() {
            return harmed.isEmpty() || harming.isEmpty() || place.isEmpty();
        }
    }

    /// The ten principles of prevention.
    public enum Principle {
        TARGET_HARDENING,
        TARGET_REMOVAL,
        REMOVING_MEANS,
        REDUCING_PAYOFF,
        ACCESS_CONTROL,
        SURVEILLANCE,
        ENVIRONMENT,
        RULES,
        CHANCE_OF_CAPTURE,
        DEFLECTING
    }

    /// A score: how much of what each section could have, in per cent of its weighted most.
    ///
    /// @param version of the scale
    /// @param risk harm times likelihood, in per cent
    /// @param sections harm, likelihood, position and confidence, each in per cent
    public record Scored(int version, Map<String, Integer> levels, Map<Section, Double> sections, double risk) {
        public Scored {
            levels = Map.copyOf(levels);
            sections = Map.copyOf(sections);
        }
    }

    /// Sections of MoRiLE.
    public enum Section {
        HARM,
        LIKELIHOOD,
        POSITION,
        CONFIDENCE
    }

    /// That it is a priority, or was one.
    ///
    /// @param since when it was set so, or ended
    /// @param because what came of it; empty while it goes on
    public record Priority(
            int version, String agency, String tactics, LocalDate reviewOn, LocalDate since, String because) {

        /// Whether it is one no longer.
        public boolean hasEnded() {
            return !because.isEmpty();
        }
    }

    /// Whether it is a priority now.
    public boolean isPriority() {
        return priority != null && !priority.hasEnded();
    }

    /// Tasks that remain to be done.
    public long openTasks() {
        return tasks.stream().filter(Task::open).count();
    }

    /// A before and after that the group compares.
    ///
    /// @param area that is counted
    public record Compared(UUID id, String area, List<String> against, String before, String after) {
        public Compared {
            against = List.copyOf(against);
        }
    }
}
