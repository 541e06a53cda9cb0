package org.witan.support;

/// What a provider is told of the person: who it is, and how to reach them without danger.
///
/// @param contact a way to a line; empty when only through the IDVA
public record Told(String name, String born, String contact) {

    @Override
    public String toString() {
        return "what a provider is told";
    }
}
