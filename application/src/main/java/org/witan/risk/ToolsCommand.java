package org.witan.risk;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.witan.access.OwnersDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan risk tools`.
@Command(
        name = "tools",
        description = "Lists the risk tools in use, with the wording and the threshold of each.",
        mixinStandardHelpOptions = true)
final class ToolsCommand implements Callable<Integer> {
    @ParentCommand
    private RiskCommand risk = new RiskCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SQLException {
        var out = spec.commandLine().getOut();
        try (var database = OwnersDatabase.open(risk.home(), System.getenv())) {
            var tools = new Tools(database.tables(), Clock.systemUTC());
            for (Tool tool : tools.inUse()) {
                out.printf(
                        "%s %d: %s, %d questions, %s, threshold %s%n",
                        tool.key(),
                        tool.version(),
                        tool.name(),
                        tool.questions().size(),
                        tools.wording(tool)
                                .map(wording -> "wording \"" + wording.name() + "\"")
                                .orElse("topics in words of our own"),
                        threshold(database, tool));
            }
            out.flush();
            return RiskCommand.DONE;
        }
    }

    private static String threshold(OwnersDatabase database, Tool tool) {
        return database.tables()
                .sql("""
                        select value::text from risk.threshold where tool = :tool and from_on <= access.today()
                        order by from_on desc, set_at desc limit 1
                        """)
                .param("tool", tool.key())
                .query(String.class)
                .optional()
                .orElse("none");
    }
}
