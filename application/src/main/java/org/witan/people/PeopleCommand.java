package org.witan.people;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.witan.access.NotAViewer;
import org.witan.database.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `witan people load` and `witan people repeats`: persons of the installation, without starting the web pages.
@Command(
        name = "witan people",
        description =
                "Loads the persons of a police extract, and prints pairs of people between whom it happened again.",
        mixinStandardHelpOptions = true,
        subcommands = {LoadCommand.class, RepeatsCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0: done", "1: done, but some rows were refused", "2: bad input or usage"})
public final class PeopleCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int BAD_INPUT = 2;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The folder of the installation, with postgres and trail.key.")
    private @Nullable Path home;

    /// Runs the command and returns its exit code.
    public static int run(String... words) {
        return Commands.run(commandLine(), words);
    }

    static CommandLine commandLine() {
        return Commands.line(new PeopleCommand(), BAD_INPUT, PeopleCommand::reason);
    }

    /// One line; of the database only the state, because its words may quote a row.
    private static String reason(Exception failure) {
        return switch (failure) {
            case SQLException refused -> "The database refuses (SQL state " + refused.getSQLState() + ").";
            case DataAccessException refused ->
                "The database refuses (SQL state "
                        + (refused.getRootCause() instanceof SQLException cause ? cause.getSQLState() : "none")
                        + "). What was loaded before is there; load the file again.";
            case NoSuchFileException absent -> "There is no file " + absent.getMessage() + ".";
            case IOException unreadable -> String.valueOf(unreadable.getMessage());
            case NotAViewer _ -> "The trail does not take the entry of this command.";
            default -> String.valueOf(failure.getMessage());
        };
    }

    Path home() {
        return Commands.home(home);
    }
}
