package org.witan.marac;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.witan.access.Absent;

/// What the database refuses because of who asks is absent for them.
final class Absences {
    private static final Set<String> NOT_YOURS = Set.of("WI006", "42501");

    private Absences() {}

    static <T extends @Nullable Object> T asAbsent(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException refusal
                    && refusal.getSQLState() != null
                    && NOT_YOURS.contains(refusal.getSQLState())) {
                throw new Absent();
            }
            throw failure;
        }
    }
}
