package org.witan.statistics.reference;

/// An offence class as the Home Office's open tables print it, normalised: `8Q`, `105A`, `4.1`, `1`.
public record OffenceCode(String value) {}
