package org.witan.access.directory;

import java.util.List;
import java.util.UUID;

/// What is open with an agency in one module, for whoever is about to close it. Each bean of this
/// type is asked inside a witnessed piece of work: it gives numbers, and names nobody and no record.
public interface OpenWithAgency {

    /// What is open; nothing of which there is none.
    List<Left> of(UUID agency);

    /// Something that would be left behind.
    ///
    /// @param key of the words that take the number and say what becomes of it
    /// @param number how many there are
    record Left(String key, long number) {}
}
