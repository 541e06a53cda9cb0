package org.witan.risk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.witan.access.RegisteredRecord;

/// A case with its assessments.
///
/// @param assessments also those that were corrected, the newest day first
public record RiskOfCase(RegisteredRecord record, List<Assessment> assessments) {

    public RiskOfCase {
        assessments = List.copyOf(assessments);
    }

    /// One of them.
    public Optional<Assessment> find(UUID id) {
        return assessments.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "risk of record " + record.id();
    }
}
