package org.witan.statistics.loading;

import java.util.List;

/// Rows that were left out for one reason.
///
/// @param code stable name of the reason: `unknown-offence`
/// @param text the reason in plain words
/// @param rows how many
/// @param lines their line numbers in the file, the header being line 1; at most the first 1,000
public record Rejection(String code, String text, long rows, List<Long> lines) {}
