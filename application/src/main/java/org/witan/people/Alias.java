package org.witan.people;

/// Another name that a record gives.
public record Alias(Kind kind, Name name) {

    /// Also known as, known before as, also spelt.
    public enum Kind {
        ALIAS,
        PREVIOUS,
        SPELLING
    }
}
