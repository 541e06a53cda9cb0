package org.witan.access.systems;

/// Something that a request names does not exist, or not for whoever asks.
public final class NoSuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    NoSuch(String field) {
        super("no such", null, false, false);
        this.field = field;
    }

    /// Where in the request it is named, such as `about[0]`.
    public String field() {
        return field;
    }
}
