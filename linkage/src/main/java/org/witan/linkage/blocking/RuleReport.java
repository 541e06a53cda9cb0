package org.witan.linkage.blocking;

/// What one blocking rule brings.
///
/// @param pairs how many pairs the rule has by itself, as its keys stood before any block was split
/// @param largest how many records the largest block had
/// @param split how many blocks were split because they would have brought too many pairs
/// @param leftOut how many pairs splitting gave up
public record RuleReport(String rule, long pairs, int largest, int split, long leftOut) {

    /// How many pairs it brings by itself once blocks were split.
    public long kept() {
        return pairs - leftOut;
    }

    /// In one line.
    public String sentence() {
        String size = "%s: %,d pairs, the largest block has %,d records".formatted(rule, pairs, largest);
        return split == 0
                ? size
                : size + "; %,d too large blocks were split, which left out %,d pairs".formatted(split, leftOut);
    }
}
