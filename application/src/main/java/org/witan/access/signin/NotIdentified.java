package org.witan.access.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A provider's answer lets nobody in.
final class NotIdentified extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;
    private final String because;
    private final @Nullable UUID account;

    /// @param reason key of the words for the page
    /// @param because more exactly, in a word for the trail
    /// @param account whom it concerns, when that is known
    NotIdentified(String reason, String because, @Nullable UUID account) {
        super(reason, null, false, false);
        this.reason = reason;
        this.because = because;
        this.account = account;
    }

    String reason() {
        return reason;
    }

    String because() {
        return because;
    }

    @Nullable
    UUID account() {
        return account;
    }
}
