package org.witan.access.signin;

/// A question to an authenticator.
///
/// @param challenge to keep in the session until the answer comes
/// @param options what the browser hands to the authenticator, in JSON
public record PasskeyQuestion(Challenge challenge, String options) {}
