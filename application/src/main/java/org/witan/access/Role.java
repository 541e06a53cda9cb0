package org.witan.access;

/// What a person is for an agency. The words, duties and rights are rows of the database, held to these names by a
/// test.
public enum Role {
    REFERRER,
    REPRESENTATIVE,
    COORDINATOR,
    CHAIR,
    IDVA,
    SUPPORT_WORKER,
    PERPETRATOR_WORKER,
    HUB_COORDINATOR,
    TASKING_MEMBER,
    ANALYST,
    DATA_PROTECTION_OFFICER,
    ADMINISTRATOR;

    /// Whether whoever has it leads conferences: the coordinator and the chair.
    public boolean leads() {
        return this == COORDINATOR || this == CHAIR;
    }

    /// Whether whoever has it follows up the actions of other agencies: whoever leads conferences,
    /// and the coordinator of the hub, each where the rule shows them.
    public boolean followsActions() {
        return leads() || this == HUB_COORDINATOR;
    }
}
