package org.witan.people;

import java.util.UUID;

/// What one person is to another, as a giver said it: "record is relation of other".
public record Relationship(UUID record, Relation relation, UUID other) {}
