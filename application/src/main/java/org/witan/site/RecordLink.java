package org.witan.site;

import java.util.Optional;
import java.util.Set;
import org.witan.access.Part;
import org.witan.access.RegisteredRecord;

/// A link on the page of a record, to what a module keeps about it. Modules offer theirs as beans.
public interface RecordLink {

    /// The link, when the module has a page about this kind of record and what is open of it.
    ///
    /// @param open the parts that are open to whoever looks
    Optional<FormPage.Link> to(RegisteredRecord record, Set<Part> open);
}
