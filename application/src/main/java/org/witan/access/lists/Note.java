package org.witan.access.lists;

import java.time.Instant;
import java.util.UUID;
import org.witan.access.Part;

/// What somebody wrote in one part of a record.
///
/// @param author the name of whoever wrote it
/// @param agency for which agency
/// @param corrected whether a later note puts it right
public record Note(
        UUID id, Part part, String words, String author, String agency, Instant writtenAt, boolean corrected) {

    @Override
    public String toString() {
        return "note " + id;
    }
}
