package org.witan.database;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// What all commands share that open the database of an installation: where it is, and how a failure is said.
public final class Commands {
    private Commands() {}

    /// The folder that was named, or the usual one of this Witan.
    public static Path home(@Nullable Path named) {
        return named == null ? Path.of(System.getProperty("witan.home", "."), ".witan") : named;
    }

    /// A command whose failures and wrong arguments are one line each.
    ///
    /// @param badInput the exit code for both
    /// @param reason the line for a failure
    public static CommandLine line(Object command, int badInput, Function<Exception, String> reason) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("witan: " + reason.apply(failure));
                    return badInput;
                })
                .setParameterExceptionHandler((failure, _) -> {
                    failure.getCommandLine().getErr().println("witan: " + failure.getMessage());
                    return badInput;
                });
    }

    /// Runs a command and returns its exit code. What a server or a library says while it starts must not stand in what
    /// a command prints.
    public static int run(CommandLine line, String... words) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.OFF);
        }
        return line.execute(words);
    }
}
