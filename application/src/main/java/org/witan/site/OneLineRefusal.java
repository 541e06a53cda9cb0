package org.witan.site;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/// Prints a refusal to start as its one line, without the trace that only a fault deserves.
///
/// A module refuses by throwing an exception of its own that knows the exit code.
final class OneLineRefusal implements SpringBootExceptionReporter {

    OneLineRefusal(ConfigurableApplicationContext context) {
        // Boot makes reporters with the context, which this one does not need.
    }

    @Override
    @SuppressWarnings("SystemOut") // The reader is at a terminal, and the log may be a file.
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator) {
                System.err.println("witan: " + cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
