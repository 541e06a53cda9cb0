package org.witan.access;

import java.util.UUID;

/// Who looks: a person, for an agency, in a role, with a purpose. The first parameter of every use case that touches
/// personal data.
///
/// @param account who
/// @param membership the role of that person for that agency; the database checks that it is in force
/// @param agency the agency that the person acts for
/// @param role what the person is for it
/// @param purpose why the person looks
/// @param origin where the request comes from
public record Viewer(UUID account, UUID membership, UUID agency, Role role, Purpose purpose, Origin origin) {

    /// The same viewer, doing something with another purpose.
    public Viewer with(Purpose other) {
        return new Viewer(account, membership, agency, role, other, origin);
    }
}
