package org.witan.access.trail;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Deed;
import org.witan.access.TrailKey;
import org.witan.access.TrailSettings;
import org.witan.access.UnsealedEntries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan audit head`.
@Command(
        name = "head",
        description = "Prints the newest signed head of the trail, to be printed, read out and countersigned.",
        mixinStandardHelpOptions = true)
final class HeadCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    @ParentCommand
    private AuditCommand audit = new AuditCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--sign", description = "Seal what waits and sign a new head first.")
    private boolean sign;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Also write the head into a new file, to be countersigned and kept elsewhere.")
    private @Nullable Path keep;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of the trail.")
    private @Nullable Path key;

    @Override
    public Integer call() throws IOException, SQLException {
        if (keep != null && Files.exists(keep)) {
            throw new FileAlreadyExistsException(keep.toString());
        }
        var known = audit.key(key);
        TrailKey trail = known == null ? null : known.trail();
        if (known == null || trail == null) {
            throw new IOException("A look at the trail is entered into it, which needs its key: name it with --key.");
        }
        try (var database = AuditDatabase.open(audit.home(), System.getenv())) {
            database.witness(trail, Deed.Verb.READ_TRAIL, "audit head");
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(database.connection(), true));
            if (sign) {
                signed(jdbc, trail);
            }
            Optional<Head> head = newest(jdbc);
            if (head.isEmpty()) {
                throw new IOException("No head is signed yet; --sign signs one.");
            }
            print(head.get(), known.head(), spec.commandLine().getOut());
            if (keep != null) {
                new HeadsFile(keep).append(head.get());
            }
            return AuditCommand.DONE;
        }
    }

    private void signed(JdbcClient jdbc, TrailKey trail) {
        var settings = new TrailSettings(
                audit.home().resolve("trail.key"), audit.home().resolve("trail.heads"), Duration.ZERO);
        var sealing = new Sealing(jdbc, UnsealedEntries.inMemory(), trail, settings, Clock.systemUTC());
        while (sealing.seal(Sealing.BATCH) > 0) {
            // until nothing waits
        }
        sealing.sign(true);
    }

    private static Optional<Head> newest(JdbcClient jdbc) {
        return jdbc.sql("""
                        select position as head, former, link as head_link,
                               (extract(epoch from signed_at) * 1000000)::bigint as signed, key_name, signature
                        from access.trail_head order by position desc limit 1
                        """).query((row, _) -> TrailRows.head(row)).optional();
    }

    private static void print(Head head, HeadKey key, PrintWriter out) {
        out.println("Head of the trail");
        out.printf("  entries    %,d%n", head.position());
        out.println("  link       " + inGroups(head.link()));
        out.println("  signed     " + TIME.format(head.at()) + " (" + head.micros() + ")");
        out.println("  key        " + inGroups(head.key()));
        out.println("  public     " + key.publicHalf());
        out.println("  signature  " + head.signature());
        out.println("  line       " + head.line());
        out.println("  this key   " + (head.isSignedWith(key) ? "signed it" : "did NOT sign it"));
        out.println();
        out.println(
                "Seen by ______________________________   on ______________   signature ______________________________");
    }

    /// Groups of four can be read out over the telephone.
    private static String inGroups(String digits) {
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
