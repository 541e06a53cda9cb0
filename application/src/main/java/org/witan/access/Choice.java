package org.witan.access;

import java.io.Serializable;
import java.util.UUID;

/// What somebody who signed in chose for this session: the membership they act in, and why they look.
///
/// @param membership the membership; the database checks with every piece of work that it is in force
/// @param agency its agency
/// @param role its role
/// @param purpose why
public record Choice(UUID membership, UUID agency, Role role, Purpose purpose) implements Serializable {
    private static final long serialVersionUID = 1L;

    /// Name of the attribute of the session that holds it.
    public static final String ATTRIBUTE = "witan.choice";
}
