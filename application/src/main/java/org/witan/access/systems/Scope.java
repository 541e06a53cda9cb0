package org.witan.access.systems;

import java.util.Arrays;
import java.util.Optional;

/// What a token may be used for. A scope only ever narrows what the role of the system opens.
public enum Scope {
    RECORDS_READ("records:read"),
    RECORDS_WRITE("records:write"),
    TRAIL_READ("trail:read"),
    REFERRALS_WRITE("referrals:write"),
    RESEARCH_READ("research:read"),
    RESEARCH_WRITE("research:write");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /// Its name in tokens, in the database and in the description of the API.
    public String code() {
        return code;
    }

    /// The scope with a name, when there is one.
    public static Optional<Scope> named(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
