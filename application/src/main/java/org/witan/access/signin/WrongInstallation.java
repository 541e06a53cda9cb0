package org.witan.access.signin;

import org.springframework.boot.ExitCodeGenerator;

/// The database was made for something else than the application is started for. The message is one line.
final class WrongInstallation extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    WrongInstallation(boolean demonstration) {
        super(
                demonstration
                        ? "This database is a demonstration, whose accounts anybody may use. Start with another "
                                + "witan.database.folder; it can never hold real people."
                        : "This database is not a demonstration and can never become one. Start without witan.demo, or "
                                + "with another witan.database.folder.");
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
