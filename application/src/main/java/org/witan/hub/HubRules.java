package org.witan.hub;

/// The rules of the hub that refuse, each by the key of its words.
public final class HubRules {
    /// Somebody under 18 is for the children's services.
    public static final String CHILD = "hub.refused.child";

    /// A form that was sent before was sent again with something else in it.
    public static final String SENT_BEFORE = "hub.refused.sent-before";

    /// The referral was decided about already, or the case is over.
    public static final String NOT_NEXT = "hub.refused.not-next";

    /// After the cut-off of a meeting only what is urgent is added.
    public static final String CUT_OFF = "hub.refused.cut-off";

    /// A victim of domestic abuse is discussed only when somebody says why it is required.
    public static final String NOT_REQUIRED = "hub.refused.not-required";

    /// The agency takes no part in the meeting of the hub.
    public static final String NOT_AT_MEETING = "hub.refused.not-at-meeting";

    /// The case has the visibility of the MARAC, and the agency is not of one.
    public static final String NOT_OF_MARAC = "hub.refused.not-of-marac";

    /// The case is on the agenda already.
    public static final String ON_AGENDA = "hub.refused.on-agenda";

    /// The case has this need already, or its list has no such need.
    public static final String NO_SUCH_NEED = "hub.refused.no-such-need";

    private HubRules() {}
}
