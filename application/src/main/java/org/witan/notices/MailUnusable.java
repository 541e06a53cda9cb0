package org.witan.notices;

import org.springframework.boot.ExitCodeGenerator;

/// Mail is set up so that it could not be sent, or not safely. The message is one line that says what to change.
final class MailUnusable extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    MailUnusable(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
