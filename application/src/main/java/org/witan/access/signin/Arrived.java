package org.witan.access.signin;

import java.util.UUID;
import org.witan.access.Presence;

/// Who has arrived from a provider, and when they proved themselves there.
///
/// @param presence long ago when the provider does not say: a sign-in that it remembers proves no presence
public record Arrived(UUID account, Presence presence) {}
