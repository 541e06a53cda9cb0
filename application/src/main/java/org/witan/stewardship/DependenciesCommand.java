package org.witan.stewardship;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `witan dependencies`: the libraries in this build, and which of them have a published weakness.
@Command(
        name = "witan dependencies",
        description = "Lists the libraries in use with their licences, and looks them up in published advisories.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0: done, nothing found", "1: a library has a published weakness", "2: bad input or usage"})
public final class DependenciesCommand implements Callable<Integer> {

    @Option(
            names = "--advisories",
            paramLabel = "FILE",
            description = "The archive of all Maven advisories of OSV (all.zip). Nothing is sent anywhere.")
    private @Nullable Path advisories;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Runs the command and returns its exit code.
    public static int run(String... words) {
        return new CommandLine(new DependenciesCommand()).execute(words);
    }

    @Override
    public Integer call() {
        List<Library> libraries = Libraries.ofThisBuild();
        return advisories == null ? list(libraries) : lookUp(libraries, advisories);
    }

    private int list(List<Library> libraries) {
        PrintWriter out = spec.commandLine().getOut();
        libraries.forEach(library -> out.println(
                library.name() + " " + library.version() + " (" + String.join(" or ", library.licences()) + ")"));
        return 0;
    }

    private int lookUp(List<Library> libraries, Path archive) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            var answer = Advisories.lookUp(libraries, archive);
            answer.hits()
                    .forEach(hit -> out.println(hit.library().name() + " "
                            + hit.library().version() + ": " + hit.advisory().id() + " "
                            + hit.advisory().summary()));
            out.println(libraries.size() + " libraries looked up in " + answer.read() + " advisories: "
                    + answer.hits().size() + " published weaknesses.");
            return answer.hits().isEmpty() ? 0 : 1;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("witan: " + archive + " cannot be read: " + unreadable.getMessage());
            return 2;
        }
    }
}
