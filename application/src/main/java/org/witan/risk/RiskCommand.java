package org.witan.risk;

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

/// `witan risk`: the risk tools of the installation, their licensed wording and their thresholds.
@Command(
        name = "witan risk",
        description = "Lists the risk tools, loads the licensed wording of one, and sets its threshold from a day on.",
        mixinStandardHelpOptions = true,
        subcommands = {ToolsCommand.class, WordingCommand.class, ThresholdCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0: done", "2: bad input or usage"})
public final class RiskCommand {
    static final int DONE = 0;
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
        return Commands.line(new RiskCommand(), BAD_INPUT, RiskCommand::reason);
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case SQLException refused -> "The database refuses (SQL state " + refused.getSQLState() + ").";
            case DataAccessException _ -> "The database refuses. Nothing was changed.";
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
