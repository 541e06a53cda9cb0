package org.witan.support;

import org.witan.people.SourceRecord;

/// What a provider is told of the person: who it is, and how to reach them without danger.
///
/// @param contact a way to a line; empty when only through the IDVA
public record Told(String name, String born, String contact) {

    /// What is told of a person of a plan now.
    static Told of(Plan plan, SourceRecord person, boolean isDirect) {
        return new Told(
                person.name().given() + " " + person.name().family(),
                person.dateOfBirth(),
                isDirect ? ToldWays.of(plan, person).lines() : "");
    }

    @Override
    public String toString() {
        return "what a provider is told";
    }
}
