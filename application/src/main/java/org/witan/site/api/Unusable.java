package org.witan.site.api;

/// A request to the API that cannot be used, and where it is wrong.
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final String field;

    public Unusable(Fault fault) {
        this(fault, "");
    }

    /// @param field where in the body, such as `about[0]`; empty for the whole request
    public Unusable(Fault fault, String field) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.field = field;
    }

    Fault fault() {
        return fault;
    }

    String field() {
        return field;
    }
}
