package org.witan.access.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.access.Part;
import org.witan.access.RegisteredRecord;

/// A record with all that whoever looks may see of it, and nothing that hints at the rest.
///
/// @param owner name of the agency that answers for it
/// @param parts the parts that are open
/// @param notes oldest first
/// @param taking agencies and people that take part in it now
/// @param whole what it lies within, where that is open too
/// @param within what lies within it
/// @param about persons it is about
/// @param grounds why whoever looks may see it, in words that follow "because"
/// @param glassUntil until when it is open through broken glass
/// @param keeper whether whoever looks keeps its lists
public record RecordInFull(
        RegisteredRecord record,
        String owner,
        Set<Part> parts,
        List<Note> notes,
        List<Taking> taking,
        Optional<RegisteredRecord> whole,
        List<RegisteredRecord> within,
        List<RegisteredRecord> about,
        List<String> grounds,
        @Nullable Instant glassUntil,
        boolean keeper) {

    /// An agency or a person that takes part.
    ///
    /// @param person true for somebody the record is assigned to
    public record Taking(String name, boolean person, Instant since) {}

    @Override
    public String toString() {
        return "record " + record.id();
    }
}
