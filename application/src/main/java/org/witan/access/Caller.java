package org.witan.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is not a viewer, or not yet: at sign-in, or a job of the application. To a caller no record exists.
///
/// @param account who it is, when that is known
/// @param origin where the request comes from
public record Caller(@Nullable UUID account, Origin origin) {}
