package org.witan.access;

/// A rule refuses. The page or the answer of the API says why in plain words.
///
/// Never for a record that the viewer may not see: that one is [Absent].
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /// Refuses for a reason.
    ///
    /// @param reason key of the words in the message files, such as `access.refused.own-membership`
    public Refused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /// The key of the words.
    public String reason() {
        return reason;
    }
}
