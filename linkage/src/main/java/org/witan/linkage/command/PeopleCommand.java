package org.witan.linkage.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.UnusableRecords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./witan people`: one person, many records.
@Command(
        name = "people",
        description = "Find the records that tell of the same person.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {LinkCommand.class, CommandLine.HelpCommand.class})
public final class PeopleCommand implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /// Runs one command in this process.
    ///
    /// @return 0 done, 1 failed, 2 bad input or usage; what is wrong is one line on `err`
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new PeopleCommand());
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((exception, given) -> say(err, exception.getMessage(), BAD_INPUT));
        line.setExecutionExceptionHandler((exception, command, parsed) -> failure(exception, err));
        try {
            return line.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: link");
    }

    private static int failure(Exception exception, PrintWriter err) {
        return exception instanceof UnusableRecords
                ? say(err, exception.getMessage(), BAD_INPUT)
                : say(
                        err,
                        "Something went wrong that should not: "
                                + exception.getClass().getSimpleName(),
                        FAILED);
    }

    private static int say(PrintWriter err, @Nullable String message, int code) {
        err.println(String.valueOf(message).strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        return code;
    }
}
