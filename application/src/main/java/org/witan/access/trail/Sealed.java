package org.witan.access.trail;

import org.jspecify.annotations.Nullable;

/// A seal with what it seals, as it was read.
///
/// @param position place in the chain
/// @param entry the entry that it seals
/// @param digest of what it seals, as hexadecimal digits
/// @param link of the chain, as hexadecimal digits
/// @param micros when, in microseconds since 1970
/// @param text entry and outcome; null when one of them is gone
/// @param gone what is gone, in words; empty when nothing is
/// @param blanked whether a field is empty that never is, which the text cannot show
record Sealed(
        long position,
        String entry,
        String digest,
        String link,
        long micros,
        @Nullable String text,
        String gone,
        boolean blanked) {}
