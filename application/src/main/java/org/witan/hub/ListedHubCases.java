package org.witan.hub;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.RecordKind;
import org.witan.access.Shown;
import org.witan.meeting.Listed;

/// Cases of the hub on agendas: only an open one goes on another agenda. The answers that were asked
/// for stay due on the day that was said.
@Component
class ListedHubCases implements Listed {
    private final Cases cases;

    ListedHubCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.HUB_CASE;
    }

    /// Nothing else decides about an item of the hub at the same moment.
    @Override
    public void hold(UUID record) {}

    @Override
    public Optional<String> warning(UUID record) {
        return Optional.empty();
    }

    @Override
    public Optional<String> unlistable(UUID record) {
        return cases.find(record).filter(one -> one.state() != CaseState.OPEN).map(_ -> "hub.leaves.not-open");
    }

    @Override
    public void moved(Shown shown, UUID record, UUID to) {}
}
