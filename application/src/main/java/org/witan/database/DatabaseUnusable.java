package org.witan.database;

import org.springframework.boot.ExitCodeGenerator;

/// The database cannot be used as it is. The message is one line that says what to do.
final class DatabaseUnusable extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message) {
        super(message);
    }

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int getExitCode() {
        return 1;
    }
}
