package org.witan.access.systems;

import java.util.List;
import java.util.Set;

/// A system that asks for a token: what it must prove, and what it may be given.
///
/// @param secrets digests of its secrets, as hexadecimal digits
/// @param scopes the scopes it may ask for, by their names
public record Seeking(List<String> secrets, Set<String> scopes) {}
