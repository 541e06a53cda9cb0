package org.witan.access.trail;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.access.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan audit verify`.
@Command(
        name = "verify",
        description = "Finds and names what was changed, removed, inserted or put in another order.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit = new AuditCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--file", paramLabel = "EXPORT", description = "An export instead of the database.")
    private @Nullable Path file;

    @Option(names = "--heads", paramLabel = "FILE", description = "Signed heads that were kept elsewhere.")
    private @Nullable Path heads;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The key of the trail, or the public half of the heads'.")
    private @Nullable Path key;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException {
        Verdict verdict = file == null ? database() : export(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ExportLine.JSON.writeValueAsString(object(verdict)));
        } else {
            print(verdict, out);
        }
        out.flush();
        return verdict.intact() ? AuditCommand.DONE : AuditCommand.FOUND;
    }

    private Verdict database() throws IOException, SQLException {
        var known = audit.key(key);
        try (var database = AuditDatabase.open(audit.home(), System.getenv())) {
            if (known == null || known.trail() == null) {
                warn(
                        "without the key of the trail this look cannot be entered into the trail, and forged rows are not found.");
            } else {
                database.witness(known.trail(), Deed.Verb.READ_TRAIL, "audit verify");
            }
            return verifying(known, audit.heads(heads)).in(database.snapshot());
        }
    }

    /// What belongs to this installation is not held against a file that may come from another.
    private Verdict export(Path export) throws IOException {
        var known = key == null ? null : audit.key(key);
        if (known == null) {
            warn("without --key neither codes nor signatures are compared.");
        }
        return verifying(known, heads).inExport(export);
    }

    private static Verifying verifying(HeadKey.@Nullable Known known, @Nullable Path heads) {
        return new Verifying(known == null ? null : known.trail(), known == null ? null : known.head(), heads);
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("witan: " + words);
    }

    private static void print(Verdict verdict, PrintWriter out) {
        verdict.findings().forEach(finding -> out.println(finding.line()));
        if (verdict.found() > verdict.findings().size()) {
            out.println("… and " + (verdict.found() - verdict.findings().size()) + " more.");
        }
        out.printf(
                "%,d rows followed, %,d signed heads and %,d in the file compared, %,d wait to be sealed.%n",
                verdict.rows(), verdict.heads(), verdict.beside(), verdict.waiting());
        out.println(verdict.intact() ? "The trail is whole." : "Found: " + verdict.found() + ".");
    }

    private static Map<String, Object> object(Verdict verdict) {
        var object = new LinkedHashMap<String, Object>();
        object.put("intact", verdict.intact());
        object.put("rows", verdict.rows());
        object.put("position", verdict.position());
        object.put("link", verdict.link());
        object.put("heads", verdict.heads());
        object.put("heads_in_file", verdict.beside());
        object.put("waiting", verdict.waiting());
        object.put("codes_compared", verdict.codes());
        object.put("signatures_compared", verdict.signatures());
        object.put("found", verdict.found());
        object.put(
                "findings",
                verdict.findings().stream().map(VerifyCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", finding.kind());
        object.put("position", finding.position());
        object.put("entry", Objects.requireNonNullElse(finding.entry(), ""));
        object.put("words", finding.words());
        return object;
    }
}
