package org.witan.access;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// There is no such thing, or none that this viewer may see: the answer is the same, and says nothing of either.
public final class Absent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Absent() {
        super("absent", null, false, false);
    }

    /// Does a piece of work in which what a function or a policy of the database refuses, because of
    /// who asks, is absent for them.
    public static <T extends @Nullable Object> T whereRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException refusal
                    && ("WI006".equals(refusal.getSQLState()) || "42501".equals(refusal.getSQLState()))) {
                throw new Absent();
            }
            throw failure;
        }
    }
}
