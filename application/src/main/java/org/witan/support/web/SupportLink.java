package org.witan.support.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.witan.access.Part;
import org.witan.access.RecordKind;
import org.witan.access.RegisteredRecord;
import org.witan.site.FormPage;
import org.witan.site.RecordLink;
import org.witan.site.Wording;

/// The links from a case to its plan, and from the record of an offer to the offer.
@Component
class SupportLink implements RecordLink {
    private final Wording words;

    SupportLink(Wording words) {
        this.words = words;
    }

    @Override
    public Optional<FormPage.Link> to(RegisteredRecord record, Set<Part> open) {
        if (record.kind() == RecordKind.CASE && open.contains(Part.SUPPORT)) {
            return Optional.of(new FormPage.Link("/support/plans/" + record.id(), words.the("support.plan.link")));
        }
        return record.kind() == RecordKind.OFFER
                        && (open.contains(Part.SUPPORT) || open.contains(Part.PERPETRATOR_VIEW))
                ? Optional.of(new FormPage.Link("/support/offers/" + record.id(), words.the("support.offer.link")))
                : Optional.empty();
    }
}
