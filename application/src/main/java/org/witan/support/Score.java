package org.witan.support;

import org.jspecify.annotations.Nullable;

/// How the person scores an aim, from 0 to 10.
///
/// @param words what the person says of themselves
/// @param start null when it was not asked
/// @param end null when it was not asked
public record Score(
        String aim,
        String words,
        @Nullable Integer start,
        @Nullable Integer end) {}
