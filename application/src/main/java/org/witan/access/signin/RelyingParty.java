package org.witan.access.signin;

/// The site as a passkey knows it. A passkey that was made for one name works under no other.
///
/// @param name the name of the host, without a port
/// @param origin as a browser writes it in front of every path
public record RelyingParty(String name, String origin) {}
