package org.witan.site.api;

import java.util.List;

/// Fields of a request cannot be used. All that are wrong are told at once, so that nobody sends it ten times.
public final class UnusableFields extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // A list that nobody can change, of records of text.
    @SuppressWarnings("serial")
    private final List<One> fields;

    public UnusableFields(List<One> fields) {
        super("fields cannot be used", null, false, false);
        this.fields = List.copyOf(fields);
    }

    List<One> fields() {
        return fields;
    }

    /// A field that cannot be used.
    ///
    /// @param field where in the body, such as `victim.born`
    /// @param code what is wrong, for a program
    /// @param words what is wrong and what to do, for a person; nothing of what was sent is in it
    public record One(String field, String code, String words) {}
}
