package org.witan.access.trail;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.access.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan audit export`.
@Command(
        name = "export",
        description =
                "Writes all that is sealed into a file, to the letter: JSON, one line a row. It holds personal data.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit = new AuditCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that does not exist yet.")
    private Path out = Path.of("trail.jsonl");

    @Option(names = "--key", paramLabel = "FILE", description = "The key of the trail.")
    private @Nullable Path key;

    @Override
    public Integer call() throws IOException, SQLException {
        if (Files.exists(out)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        var known = audit.key(key);
        if (known == null || known.trail() == null) {
            throw new IOException("An export is entered into the trail, which needs its key: name it with --key.");
        }
        try (var database = AuditDatabase.open(audit.home(), System.getenv())) {
            database.witness(known.trail(), Deed.Verb.EXPORT, "audit export");
            var start =
                    new ExportLine.Start(Instant.now().toString(), known.head().name());
            var end = new ExportWriter(out).write(database.snapshot(), start);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d rows and %,d signed heads are in %s. It holds personal data: keep it as you keep the database.%n",
                            end.rows(), end.heads(), out);
            return AuditCommand.DONE;
        }
    }
}
