package org.witan.statistics.store;

import java.time.Instant;

/// A file that went into a snapshot.
///
/// @param name the file's name without its folder
/// @param sha256 of its bytes, in lower-case hexadecimal
/// @param kind what the header showed it to be
/// @param synthetic true when its rows say that they are invented
/// @param rows the rows accepted from it
public record Source(String name, String sha256, Table kind, Instant loadedAt, boolean synthetic, long rows) {}
