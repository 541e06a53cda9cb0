package org.witan.statistics.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./witan statistics`: recorded crime from real files to a comparison people can trust.
@Command(
        name = "statistics",
        description = "Recorded crime, from real files to a comparison people can trust.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            LoadCommand.class,
            CompareCommand.class,
            DefinitionsCommand.class,
            AreasCommand.class,
            SnapshotsCommand.class,
            CheckCommand.class,
            HotPlacesCommand.class,
            NearRepeatCommand.class,
            EffectCommand.class,
            GenerateCommand.class
        })
public final class StatisticsCommand implements Runnable {
    static final int ANSWERED = 0;
    static final int BAD_INPUT = 2;
    static final int REFUSED = 3;

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
    /// @return 0 answered, 2 bad input or usage with one line on `err`, 3 refused by a rule
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new StatisticsCommand());
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((exception, given) -> usage(exception, err));
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
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: load, compare, definitions, areas, snapshots, check, places, near-repeat, effect or generate");
    }

    private static int usage(ParameterException exception, PrintWriter err) {
        return say(err, exception.getMessage());
    }

    private static int failure(Exception exception, PrintWriter err) {
        if (exception instanceof BadInput) {
            return say(err, exception.getMessage());
        }
        return say(
                err,
                "Something went wrong that should not (" + exception.getClass().getSimpleName() + "): "
                        + exception.getMessage());
    }

    private static int say(PrintWriter err, @Nullable String message) {
        var line = String.valueOf(message).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
        err.println(line);
        return BAD_INPUT;
    }
}
