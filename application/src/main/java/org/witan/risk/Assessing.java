package org.witan.risk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.risk.Assessed.CorrectedBefore;
import org.witan.risk.Assessed.FormUsed;
import org.witan.risk.Assessed.Stored;
import org.witan.risk.Assessed.StoredBefore;
import org.witan.risk.Assessed.Unusable;

/// Assesses the risk in a case: stores what was answered and judged, with the tool, the wording and the threshold that
/// it was answered under.
///
/// A form is stored once, however often it is sent. An assessment is never changed: a correction is another one.
@Component
public class Assessing {
    private final Witnessing witnessing;
    private final Records records;
    private final Tools tools;
    private final Assessments assessments;
    private final Storing storing;
    private final Checking checking;

    Assessing(
            Witnessing witnessing,
            Records records,
            Tools tools,
            Assessments assessments,
            Storing storing,
            Checking checking) {
        this.witnessing = witnessing;
        this.records = records;
        this.tools = tools;
        this.assessments = assessments;
        this.storing = storing;
        this.checking = checking;
    }

    /// Assesses a case.
    ///
    /// @param record the case, as a record of the rule
    /// @throws Absent when there is no such case, tool or version, or this viewer may not see risk in it
    public Assessed assess(Viewer viewer, UUID record, GivenAssessment given) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "assessment").with("tool", given.tool()),
                shown -> assessWithin(shown, viewer, record, given));
    }

    /// The same within a piece of work that is witnessed already, such as the submission of a referral: stored with it
    /// or not at all.
    ///
    /// @param shown takes the case
    public Assessed assessWithin(Shown shown, Viewer viewer, UUID record, GivenAssessment given) {
        boolean isCase = records.find(record)
                .filter(found -> found.kind() == RecordKind.CASE)
                .isPresent();
        if (!isCase || !records.openParts(record).contains(Part.RISK)) {
            throw new Absent();
        }
        shown.add(record);
        Tool tool = tools.find(given.tool(), given.version()).orElseThrow(Absent::new);
        List<Reason> reasons = checking.whyUnusable(tool, given);
        if (!reasons.isEmpty()) {
            return new Unusable(reasons);
        }
        String digest = Digest.of(record, given);
        Optional<UUID> stored = storing.store(viewer, record, tool, given, digest);
        return stored.<Assessed>map(Stored::new).orElseGet(() -> whyNot(viewer, record, given, digest));
    }

    /// Why nothing was stored: the form was sent before, or somebody else was faster to correct.
    private Assessed whyNot(Viewer viewer, UUID record, GivenAssessment given, String digest) {
        var sent = assessments.ofForm(viewer.account(), given.form());
        if (sent.isPresent()) {
            Assessments.Sent before = sent.get();
            return before.record().equals(record) && before.digest().equals(digest)
                    ? new StoredBefore(before.assessment())
                    : new FormUsed(before.assessment());
        }
        return Optional.ofNullable(given.correction())
                .flatMap(correction -> assessments.correctionOf(correction.of()))
                .<Assessed>map(CorrectedBefore::new)
                .orElseThrow(Absent::new);
    }
}
