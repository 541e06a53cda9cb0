package org.witan.access.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.witan.access.NotAViewer;
import org.witan.database.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `witan audit`: verifies, exports and shows the trail, without starting the web pages.
@Command(
        name = "witan audit",
        description = "Verifies that the trail is whole, writes it into a file, and prints its head.",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, ExportCommand.class, HeadCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0: done, the trail is whole", "1: something was found", "2: bad input or usage"})
public final class AuditCommand {
    static final int DONE = 0;
    static final int FOUND = 1;
    static final int BAD_INPUT = 2;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The folder of the installation, with postgres, trail.key and trail.heads.")
    private @Nullable Path home;

    /// Runs the command and returns its exit code.
    public static int run(String... words) {
        return Commands.run(commandLine(), words);
    }

    static CommandLine commandLine() {
        return Commands.line(new AuditCommand(), BAD_INPUT, AuditCommand::reason);
    }

    /// One line; of the database only the state, because its words may quote a row.
    private static String reason(Exception failure) {
        return switch (failure) {
            case SQLException refused ->
                "The database refuses (SQL state " + refused.getSQLState()
                        + "). If this Witan is newer than the one that wrote it, start the application once.";
            case NoSuchFileException absent -> "There is no file " + absent.getMessage() + ".";
            case java.nio.file.FileAlreadyExistsException there ->
                "The file exists already and is not overwritten: " + there.getMessage();
            case IOException unreadable -> String.valueOf(unreadable.getMessage());
            case NotAViewer _ -> "The trail does not take the entry of this command.";
            case org.springframework.dao.DataAccessException _ -> "The trail cannot be written, so nothing is shown.";
            default -> String.valueOf(failure.getMessage());
        };
    }

    Path home() {
        return Commands.home(home);
    }

    /// The key in a file that was named, or the one of the installation when it is there.
    HeadKey.@Nullable Known key(@Nullable Path named) throws IOException {
        Path file = named == null ? home().resolve("trail.key") : named;
        if (named == null && !Files.exists(file)) {
            return null;
        }
        try {
            return HeadKey.read(file);
        } catch (IllegalArgumentException _) {
            throw new IOException("The file holds neither a key of a trail nor the public half of one: " + file);
        }
    }

    /// The file with heads that was named, or the one of the installation when it is there.
    @Nullable
    Path heads(@Nullable Path named) {
        Path usual = home().resolve("trail.heads");
        return named != null ? named : Files.exists(usual) ? usual : null;
    }
}
