package org.witan.risk.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.RegisteredRecord;
import org.witan.site.FormPage;
import org.witan.site.RecordLink;
import org.witan.site.Wording;

/// The link from a case to its risk assessments.
@Component
class RiskLink implements RecordLink {
    private final Wording words;

    RiskLink(Wording words) {
        this.words = words;
    }

    @Override
    public Optional<FormPage.Link> to(RegisteredRecord record, Set<Part> open) {
        return record.kind() == RecordKind.CASE && open.contains(Part.RISK)
                ? Optional.of(new FormPage.Link("/records/" + record.id() + "/risk", words.the("risk.title")))
                : Optional.empty();
    }
}
