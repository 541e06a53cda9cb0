package org.witan.priorities;

/// What kind of place is looked at: in public, at school, and so on. Records of single crimes tell it; street files do
/// not.
public enum PlaceKind {
    ANY(""),
    SCHOOL("education"),
    PUBLIC_SPACE("public-space"),
    TRANSPORT("transport"),
    LICENSED("licensed-premises"),
    WORKPLACE("workplace"),
    HOME("home"),
    ONLINE("online");

    private final String recorded;

    PlaceKind(String recorded) {
        this.recorded = recorded;
    }

    /// How records name it; empty for any.
    public String recorded() {
        return recorded;
    }
}
