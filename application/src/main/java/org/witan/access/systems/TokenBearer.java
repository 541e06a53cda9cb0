package org.witan.access.systems;

import java.util.Set;
import java.util.UUID;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// The system behind a token, and what the token allows.
///
/// @param system its account
/// @param scopes what the token was asked for, as far as the system still has it
public record TokenBearer(UUID system, UUID membership, UUID agency, Role role, Purpose purpose, Set<Scope> scopes) {

    /// The viewer that the rule and the trail know it as.
    public Viewer viewer(Origin origin) {
        return new Viewer(system, membership, agency, role, purpose, origin);
    }
}
