package org.witan.hub;

/// Why a referral is not added, or a case is removed.
///
/// @param words as pages say it
public record Reason(String code, String words) {}
