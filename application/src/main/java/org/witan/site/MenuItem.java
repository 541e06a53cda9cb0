package org.witan.site;

/// A link in the menu at the top of every page. Modules offer theirs as beans.
///
/// @param path where it leads, from the root of the site
/// @param words key of its words in the module's messages
/// @param order its place, smallest first
public record MenuItem(String path, String words, int order) {}
