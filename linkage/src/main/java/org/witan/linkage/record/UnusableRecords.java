package org.witan.linkage.record;

/// What was given cannot be linked as it is. The message is one plain line that says what to do, and never holds a
/// value from a record.
public final class UnusableRecords extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableRecords(String message) {
        super(message);
    }

    public UnusableRecords(String message, Throwable cause) {
        super(message, cause);
    }
}
