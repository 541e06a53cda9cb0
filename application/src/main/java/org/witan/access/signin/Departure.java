package org.witan.access.signin;

/// Where to send somebody who signs in by a provider, and what to keep until they return.
public record Departure(String location, PendingReturn pending) {}
