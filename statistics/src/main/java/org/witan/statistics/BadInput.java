package org.witan.statistics;

/// Something a person gave us cannot be used. The message is one plain line that names what is wrong and what to
/// do, and never holds a value from a record.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
