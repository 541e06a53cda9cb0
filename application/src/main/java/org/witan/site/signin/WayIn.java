package org.witan.site.signin;

/// A way to sign in that the sign-in page offers beside the password. Each bean of this type is one.
///
/// @param path where it leads
/// @param words key of its words; the name itself of a provider
/// @param provider true for the provider of an agency, which nobody is sent to without pressing a button
record WayIn(String path, String words, boolean provider) {}
