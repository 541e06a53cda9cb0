package org.witan.access.signin;

import org.witan.access.Caller;

/// Somebody offered a proof of who they are, and it was wrong. Whoever counts failures listens.
///
/// @param caller who asked; the account is the one that the proof was about, when that is known
/// @param way how they tried, in one word
public record ProofRefused(Caller caller, String way) {}
