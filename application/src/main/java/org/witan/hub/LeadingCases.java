package org.witan.hub;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Refused;
import org.witan.access.Viewer;

/// Names the agency that leads a case: one that takes part in the meeting of the hub.
@Component
public class LeadingCases {
    private final Changing changing;
    private final CaseWrites writes;
    private final HubMeetings meetings;

    LeadingCases(Changing changing, CaseWrites writes, HubMeetings meetings) {
        this.changing = changing;
        this.writes = writes;
        this.meetings = meetings;
    }

    /// Names the agency that leads from now on.
    ///
    /// @param id made with the form
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Refused by the keys of [HubRules]
    public boolean lead(Viewer viewer, UUID id, UUID record, int version, UUID agency) {
        return changing.change(viewer, id, record, version, "LEAD", writes::isLead, (shown, found) -> {
            if (!found.isOpen()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            if (meetings.agencies(shown, record).stream()
                    .noneMatch(one -> one.id().equals(agency))) {
                throw new Refused(HubRules.NOT_AT_MEETING);
            }
            if (!writes.openTo(record, agency)) {
                throw new Refused(HubRules.NOT_OF_MARAC);
            }
            writes.lead(viewer, id, record, agency);
        });
    }
}
