package org.witan.statistics.reference;

/// A Home Office outcome type.
///
/// @param code `1` to `22`; `0` is "not yet assigned", which is not an outcome
/// @param group `charge`, `out-of-court`, `evidential-victim-supports`, `evidential-victim-does-not-support`, …
public record OutcomeType(String code, String title, String group, String source) {}
