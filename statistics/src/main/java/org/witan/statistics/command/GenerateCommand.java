package org.witan.statistics.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.witan.statistics.BadInput;
import org.witan.statistics.synthetic.SyntheticExtract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes an invented police extract.
@Command(
        name = "generate",
        description = "Write an invented police extract, the same for the same seed.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rows", paramLabel = "N", required = true, description = "How many crimes.")
    private long rows;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Any whole number.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The CSV file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        if (rows < 1) {
            throw new BadInput("--rows must be at least 1");
        }
        SyntheticExtract.write(out, rows, seed);
        spec.commandLine().getOut().printf("Wrote %,d invented crimes to %s%n", rows, out);
        return StatisticsCommand.ANSWERED;
    }
}
