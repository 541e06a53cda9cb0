package org.witan.support;

/// Something that can be chosen, by its code and in words.
///
/// @param of what it belongs to, by code; empty where it belongs to nothing
public record Choice(String code, String words, String of) {}
