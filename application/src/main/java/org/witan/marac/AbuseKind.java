package org.witan.marac;

/// A kind of abuse, as whoever tells of further abuse chooses it.
public record AbuseKind(String code, String words) {}
