package org.witan.site.signin;

/// A way to sign in that the sign-in page offers beside the password. Each bean of this type is one.
///
/// @param path where it leads
/// @param words key of its words, or the words themselves when `literal`
/// @param literal true when the words are the name of an agency's provider
record WayIn(String path, String words, boolean literal) {}
