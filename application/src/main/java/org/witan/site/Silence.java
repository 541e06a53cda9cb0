package org.witan.site;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/// Tells a database that does not answer from a fault of ours.
public final class Silence {

    private Silence() {}

    /// A word for the log when the database is behind a failure: it is gone, going, full, or has no
    /// connection to spare. It is the code of the failure, never its text, which may quote what was
    /// to be stored.
    public static Optional<String> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told && isUnavailable(told.getSQLState())) {
                return Optional.of("SQL state " + told.getSQLState());
            }
            // Where undoing failed as well, Spring puts that in front of what came first.
            if (cause instanceof TransactionSystemException undoing && undoing.getApplicationException() != null) {
                Optional<String> first = behind(undoing.getApplicationException());
                if (first.isPresent()) {
                    return first;
                }
            }
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof DataAccessResourceFailureException) {
                return Optional.of(cause.getClass().getSimpleName());
            }
        }
        return Optional.empty();
    }

    /// PostgreSQL's classes: 08 no connection, 53 out of disk, memory or connections, 57P shutting down or starting, 58
    /// its files fail.
    private static boolean isUnavailable(String state) {
        return state != null && Stream.of("08", "53", "57P", "58").anyMatch(state::startsWith);
    }
}
