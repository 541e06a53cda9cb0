package org.witan.risk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The licensed words of a tool, as a partnership loaded them.
///
/// @param name what the form is called, and its edition
/// @param licence by what right the partnership uses it, as it states
/// @param lines the words by the key of the question
public record LoadedWording(
        UUID id, String tool, int version, String name, String licence, Instant loadedAt, Map<String, String> lines) {

    public LoadedWording {
        lines = Map.copyOf(lines);
    }

    /// Whether it is of a version of a tool.
    public boolean isOf(Tool other) {
        return tool.equals(other.key()) && version == other.version();
    }

    LoadedWording with(Map<String, String> others) {
        return new LoadedWording(id, tool, version, name, licence, loadedAt, others);
    }
}
