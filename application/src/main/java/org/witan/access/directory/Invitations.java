package org.witan.access.directory;

import java.util.UUID;
import org.witan.access.Viewer;

/// Makes links that work once, by which a person sets up how they sign in. Kept by whoever knows about signing in.
public interface Invitations {

    /// A new link for an account; earlier ones stop working. It is a piece of work of its own, witnessed.
    ///
    /// @return the whole address, to be shown once and handed over in person or by a call
    String link(Viewer viewer, UUID account);
}
