package org.witan.access.directory;

import java.util.UUID;
import org.witan.access.Viewer;

/// The sessions that are open. Kept by whoever knows about signing in.
public interface OpenSessions {

    /// Ends all sessions of an account, and returns how many. It is a piece of work of its own, witnessed.
    int endAll(Viewer viewer, UUID account);
}
