package org.witan.risk;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OwnersDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan risk threshold`.
@Command(
        name = "threshold",
        description = "Sets from how many answers on the risk is high, from a day on. "
                + "Assessments of before keep the threshold of their day.",
        mixinStandardHelpOptions = true)
final class ThresholdCommand implements Callable<Integer> {
    private static final int LONGEST_SOURCE = 500;

    @ParentCommand
    private RiskCommand risk = new RiskCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "TOOL",
            description = "The key of the tool, as \"witan risk tools\" lists it.")
    private String key = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "From how many on.")
    private int value;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day, as in 2026-12-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--source",
            paramLabel = "WORDS",
            required = true,
            description = "Who decided it, where it is written, and why. It stands beside every score.")
    private String source = "";

    @Override
    public Integer call() throws IOException, SQLException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IOException("The source needs words, at most " + LONGEST_SOURCE + " characters.");
        }
        try (var database = OwnersDatabase.open(risk.home(), System.getenv())) {
            Tool tool = new Tools(database.tables(), Clock.systemUTC())
                    .inUse(key)
                    .orElseThrow(() -> new IOException("There is no tool \"" + key + "\" in use."));
            check(tool);
            store(database);
            out.printf("From %s on, %d or more is high risk in %s.%n", from, value, tool.name());
            out.flush();
            if (value > 14) {
                err.println("witan: more than 14 hides victims whom others would hear: the national number is 14.");
                err.flush();
            }
            return RiskCommand.DONE;
        }
    }

    private void check(Tool tool) throws IOException {
        if (tool.grading() != Grading.THRESHOLD) {
            throw new IOException(tool.name() + " has no threshold.");
        }
        long most = tool.questions().stream().filter(Question::counts).count();
        if (value < 1 || value > most) {
            throw new IOException("The threshold lies between 1 and " + most + ".");
        }
    }

    private void store(OwnersDatabase database) {
        var deed = Deed.of(Verb.CHANGE, "threshold")
                .with("tool", key)
                .with("value", String.valueOf(value))
                .with("from", from.toString());
        database.witness(
                deed,
                "risk threshold",
                _ -> database.tables()
                        .sql("""
                        insert into risk.threshold (tool, from_on, set_at, value, source, set_by)
                        values (:tool, :from, now(), :value, :source, :by)
                        """)
                        .param("tool", key)
                        .param("from", from)
                        .param("value", value)
                        .param("source", source.strip())
                        .param("by", System.getProperty("user.name", ""))
                        .update());
    }
}
