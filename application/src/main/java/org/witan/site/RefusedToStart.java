package org.witan.site;

import org.springframework.boot.ExitCodeGenerator;

/// The application must not run as it is set up. The message is one line that says what to change.
final class RefusedToStart extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    RefusedToStart(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
