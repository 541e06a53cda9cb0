package org.witan.risk;

/// How a tool comes to its result.
public enum Grading {
    /// Answers are counted; from a threshold on the risk is high.
    THRESHOLD,
    /// Answers are counted, and there is no fixed cut-off.
    COUNT,
    /// Whoever assesses grades it; no number decides.
    JUDGEMENT
}
