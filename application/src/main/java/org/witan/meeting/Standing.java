package org.witan.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How the open actions of somebody stand.
///
/// @param late how many are past their day
/// @param soon how many are due within a few days
/// @param lateSince the day of the one that is late longest; null when none is
/// @param next the day of the next that is due; null when none has one
public record Standing(
        long open,
        long late,
        long soon,
        @Nullable LocalDate lateSince,
        @Nullable LocalDate next) {}
