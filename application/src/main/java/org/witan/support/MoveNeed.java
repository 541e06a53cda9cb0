package org.witan.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody needs who moves, without a name.
///
/// @param landlord whose tenant they are now; null when that is no landlord of the partnership
/// @param avoid postcodes, beginnings of postcodes, or names of wards; empty where that is closed
public record MoveNeed(@Nullable UUID landlord, int bedrooms, List<String> avoid) {}
