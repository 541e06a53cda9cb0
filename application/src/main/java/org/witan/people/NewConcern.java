package org.witan.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something happened, by whatever source it became known. Published once, in a transaction
/// after the one that received it, as [News] says.
///
/// It names source records and no persons: which records are of one person may change after it, and whoever hears it
/// asks for that when it matters.
///
/// @param victim null when no victim was named
public record NewConcern(UUID concern, @Nullable UUID victim, List<UUID> perpetrators) {}
