package org.witan.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OwnersDatabase;
import org.witan.shared.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan risk wording load`.
@Command(
        name = "wording",
        description = "The licensed wording of a tool.",
        mixinStandardHelpOptions = true,
        subcommands = WordingCommand.Load.class)
final class WordingCommand {
    @ParentCommand
    private RiskCommand risk = new RiskCommand();

    /// Loads a file.
    @Command(
            name = "load",
            description =
                    "Loads the wording of a tool that the partnership holds a licence for. From then on it is shown; "
                            + "what was assessed before shows what was asked then. docs/how-to/load-wording.md has an example.",
            mixinStandardHelpOptions = true)
    static final class Load implements Callable<Integer> {
        @ParentCommand
        private WordingCommand wording = new WordingCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "FILE",
                description = "Text in UTF-8: tool, version, name, licence, then the questions.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException, SQLException {
            var read = WordingFile.read(file);
            var out = spec.commandLine().getOut();
            var err = spec.commandLine().getErr();
            try (var database = OwnersDatabase.open(wording.risk.home(), System.getenv())) {
                var tools = new Tools(database.tables(), Clock.systemUTC());
                var tool = tools.find(read.tool(), read.version());
                List<String> wrong = tool.map(read::against)
                        .orElseGet(() -> List.of("there is no tool \"" + read.tool() + "\" of version " + read.version()
                                + "; \"witan risk tools\" lists them"));
                if (!wrong.isEmpty()) {
                    wrong.forEach(line -> err.println("witan: " + line));
                    err.flush();
                    return RiskCommand.BAD_INPUT;
                }
                store(database, tool.orElseThrow(), read);
                out.printf(
                        "Loaded \"%s\" for %s.%n",
                        read.name(), tool.orElseThrow().name());
                out.flush();
                return RiskCommand.DONE;
            }
        }

        private static void store(OwnersDatabase database, Tool tool, WordingFile read) {
            UUID id = Identity.at(Clock.systemUTC().instant());
            var deed = Deed.of(Verb.ADD, "wording").with("tool", tool.key());
            database.witness(deed, "risk wording load", _ -> {
                database.tables()
                        .sql("""
                                insert into risk.wording (id, tool, version, name, licence, loaded_at, loaded_by)
                                values (:id, :tool, :version, :name, :licence, now(), :by)
                                """)
                        .param("id", id)
                        .param("tool", tool.key())
                        .param("version", tool.version())
                        .param("name", read.name())
                        .param("licence", read.licence())
                        .param("by", System.getProperty("user.name", ""))
                        .update();
                tool.questions().forEach(question -> line(database, id, tool, question, read));
                return id;
            });
        }

        private static void line(OwnersDatabase database, UUID id, Tool tool, Question question, WordingFile read) {
            database.tables()
                    .sql("""
                            insert into risk.wording_line (wording_id, tool, version, question, words)
                            values (:id, :tool, :version, :question, :words)
                            """)
                    .param("id", id)
                    .param("tool", tool.key())
                    .param("version", tool.version())
                    .param("question", question.key())
                    .param("words", read.lines().get(tool.number(question)))
                    .update();
        }
    }
}
