package org.witan.people;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.OwnersDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan people load`.
@Command(
        name = "load",
        description = "Stores the persons of a police extract as source records, and matches each at once. "
                + "Loading the same file again adds only what is missing; a newer one corrects what it says otherwise.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    private static final int STEP = 1_000;

    @ParentCommand
    private PeopleCommand people = new PeopleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXTRACT", description = "CSV as in docs/extract-schema.md, with columns about persons.")
    private Path extract = Path.of("");

    @Option(
            names = "--agency",
            paramLabel = "NAME",
            required = true,
            description = "The agency that gives it, by the name that it has here.")
    private String agency = "";

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (var file = ExtractFile.open(extract);
                var database = OwnersDatabase.open(people.home(), System.getenv())) {
            var loading = new Loading(database, agency(database.tables()), Clock.systemUTC());
            Loading.Tally tally = loading.load(file, done -> {
                if (done.rows % STEP == 0) {
                    err.printf("%,d rows, %,d persons%n", done.rows, done.persons);
                    err.flush();
                }
            });
            print(tally, out);
            return tally.refusals == 0 ? PeopleCommand.DONE : PeopleCommand.REFUSED;
        }
    }

    private UUID agency(JdbcClient tables) throws IOException {
        return tables.sql("select id from access.agency where lower(name) = lower(:name) and closed_at is null")
                .param("name", agency.strip())
                .query(UUID.class)
                .optional()
                .orElseThrow(
                        () -> new IOException("There is no agency of this name. Its name is on the page of agencies."));
    }

    private static void print(Loading.Tally tally, PrintWriter out) {
        out.printf("%,d rows read%n", tally.rows);
        out.printf("%,d persons received%n", tally.persons);
        out.printf("%,d of them in place of what was given before%n", tally.corrected);
        out.printf("%,d linked with a person who was known%n", tally.linked);
        out.printf("%,d to review%n", tally.toReview);
        out.printf("%,d rows already known%n", tally.known);
        out.printf("%,d rows that name nobody%n", tally.nobody);
        out.printf("%,d crimes taken back%n", tally.cancelled);
        out.printf("%,d rows refused%n", tally.refusals);
        tally.refused.forEach(line -> out.println("  " + line));
        out.flush();
    }
}
