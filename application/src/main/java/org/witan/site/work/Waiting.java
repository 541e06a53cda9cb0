package org.witan.site.work;

import java.util.List;
import org.witan.access.Shown;
import org.witan.access.Viewer;

/// What a module has waiting for somebody. Each bean of this type is asked when "your work" is opened, inside one
/// witnessed piece of work, with a savepoint of its own: one that fails takes nothing else with it.
public interface Waiting {

    /// Key of the words that name the module to a reader, for when it fails.
    String words();

    /// What waits for whoever looks; empty when nothing does, or when the role has nothing to do with it.
    ///
    /// @param shown takes the records that an item names
    List<WaitingItem> of(Viewer viewer, Shown shown);
}
