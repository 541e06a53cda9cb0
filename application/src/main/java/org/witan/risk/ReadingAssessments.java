package org.witan.risk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Reads the assessments of a case.
@Component
public class ReadingAssessments {
    private final Witnessing witnessing;
    private final Records records;
    private final Assessments assessments;

    ReadingAssessments(Witnessing witnessing, Records records, Assessments assessments) {
        this.witnessing = witnessing;
        this.records = records;
        this.assessments = assessments;
    }

    /// The assessments of a case, also those that were corrected, the newest day first.
    ///
    /// @throws Absent when there is no such case, or this viewer may not see risk in it
    public RiskOfCase of(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "assessment"), shown -> {
            RegisteredRecord found = records.find(record)
                    .filter(one -> one.kind() == RecordKind.CASE)
                    .orElseThrow(Absent::new);
            if (!records.openParts(record).contains(Part.RISK)) {
                throw new Absent();
            }
            shown.add(record);
            return new RiskOfCase(found, within(shown, record));
        });
    }

    /// The same within a piece of work that is witnessed already; none when whoever looks may not see risk in it.
    ///
    /// @param shown takes the case when there are some
    public List<Assessment> within(Shown shown, UUID record) {
        List<Assessment> all = assessments.of(record);
        if (!all.isEmpty()) {
            shown.add(record);
        }
        return all;
    }
}
