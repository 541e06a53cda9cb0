package org.witan.access.systems;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.witan.access.Refused;

/// Turns the database's "no" into a refusal with words.
final class Refusal {

    private Refusal() {}

    /// The refusal when the failure is the database's code for it, otherwise the failure.
    static RuntimeException of(String code, String words, DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException told && code.equals(told.getSQLState())
                ? new Refused(words)
                : failure;
    }
}
