package org.witan.access.systems;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.RecordKind;

/// A record as a system registers it. Its reference and identity are ours to give: a reference that a
/// system chose could tell it that another record has the same.
///
/// @param within the record it lies within
/// @param about persons it is about, as records
/// @param parties agencies that take part, beside the system's own
public record NewRecord(RecordKind kind, @Nullable UUID within, List<UUID> about, List<UUID> parties) {}
