package org.witan.access.trail;

import java.util.Map;

/// One row of the trail with all that it holds.
///
/// @param detail words that were searched for, filters, what was changed
/// @param position its place in the chain; 0 while it waits to be sealed
public record TrailEntry(
        TrailLine line, String path, String address, String session, Map<String, String> detail, long position) {}
