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

    @Option(
            names = "--rows",
            paramLabel = "N",
            required = true,
            description = "How many crimes, or natural: as many as the published totals need.")
    private String rows = "";

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Any whole number.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The CSV file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        long number = rows.equals("natural") ? SyntheticExtract.naturalRows() : wholeNumber();
        SyntheticExtract.write(out, number, seed);
        spec.commandLine().getOut().printf("Wrote %,d invented crimes to %s%n", number, out);
        return StatisticsCommand.ANSWERED;
    }

    private long wholeNumber() {
        if (!rows.matches("[1-9]\\d{0,9}")) {
            throw new BadInput("--rows must be a whole number from 1, or natural");
        }
        return Long.parseLong(rows);
    }
}
