package org.witan.access.signin;

import org.springframework.boot.ExitCodeGenerator;

/// The settings name a provider that cannot be used. The message is one line that says what to change.
final class ProvidersUnusable extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    ProvidersUnusable(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
