package org.witan.access.trail;

import org.jspecify.annotations.Nullable;

/// Something in the trail is not as it was written.
///
/// @param kind what happened
/// @param position the place in the chain; 0 when it has none
/// @param entry the entry; null when it is not about one
/// @param words what was found, in a sentence
record Finding(Kind kind, long position, @Nullable String entry, String words) {

    /// The line that a command prints.
    String line() {
        return kind
                + (position > 0 ? " position " + position : "")
                + (entry == null ? "" : " entry " + entry)
                + ": "
                + words;
    }

    /// What can happen to a trail.
    enum Kind {
        /// An entry, an outcome or a seal is not what was sealed.
        CHANGED,
        /// An entry, an outcome, a seal or a head is gone.
        REMOVED,
        /// An entry was gone before it could be sealed.
        REMOVED_BEFORE_SEALING,
        /// An entry was not written by Witan, or never went its way.
        INSERTED,
        /// Seals do not follow one another.
        REORDERED,
        /// A row does not bear the code that only the key of the trail makes.
        FORGED,
        /// A signed head does not fit the chain, or its signature does not fit it.
        HEAD,
        /// The chain ends before a head that was signed.
        CUT_OFF,
        /// A line of an export cannot be read.
        UNREADABLE
    }
}
