package org.witan.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The script `witan` in a checkout of its own, with a Maven and a JDK that only say what they were asked.
final class Door {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "id",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch",
            "uname");

    private final Path checkout;
    private final Path tools;

    /// What a run of the script said and how it ended.
    record Outcome(int code, String out, String err) {}

    Door(Path folder) throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        tools = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Checkout.ROOT.resolve("witan"), checkout.resolve("witan"));
        checkout.resolve("witan").toFile().setExecutable(true);
        Files.createDirectories(source().getParent());
        save();
        Files.createFile(checkout.resolve("pom.xml"));
        Files.createFile(checkout.resolve("statistics/pom.xml"));
        Files.createDirectories(checkout.resolve("linkage/src/main/java"));
        Files.createFile(checkout.resolve("linkage/pom.xml"));
        for (String tool : TOOLS) {
            pass(tool);
        }
        jdk("jdk", "25.0.1");
        program(tools.resolve("mvn"), """
                echo built >> builds
                [ ! -f broken ] || { echo '[ERROR] it is broken'; exit 1; }
                mkdir -p statistics/target linkage/target
                echo jar > statistics/target/statistics-0.1.0-SNAPSHOT.jar
                echo other > other.jar
                printf %s "$PWD/other.jar" > statistics/target/classpath
                echo jar > linkage/target/linkage-0.1.0-SNAPSHOT.jar
                printf %s "$PWD/other.jar" > linkage/target/classpath
                """);
    }

    /// A JDK of this version, whose `java` prints its arguments and ends with the number after `exit`.
    Path jdk(String name, String version) throws IOException {
        Path home = tools.resolveSibling(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("java", "javac", "jar")) {
            program(home.resolve("bin").resolve(program), """
                    echo "%s $*"
                    while [ $# -gt 1 ]; do [ "$1" = exit ] && exit "$2"; shift; done
                    """.formatted(name));
        }
        return home;
    }

    /// Saves the one source file again, later than everything that was built from it.
    void save() throws IOException {
        Files.writeString(source(), "class Crime {}");
        Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(1)));
    }

    /// Makes everything that was saved so far older than what will be built.
    void settle() throws IOException {
        for (Path path : List.of(source(), source().getParent())) {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    void breakTheBuild() throws IOException {
        Files.createFile(checkout.resolve("broken"));
    }

    void mendTheBuild() throws IOException {
        Files.delete(checkout.resolve("broken"));
    }

    void remove(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
    }

    long builds() throws IOException {
        Path builds = checkout.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return runWith(tools.resolveSibling("jdk"), arguments);
    }

    Outcome runWith(Path javaHome, String... arguments) throws IOException, InterruptedException {
        Path out = tools.resolveSibling("out");
        Path err = tools.resolveSibling("err");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(checkout.resolve("witan").toString()), Stream.of(arguments))
                                .toList())
                .directory(tools.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", tools.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("witan did not end");
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path source() {
        return checkout.resolve("statistics/src/main/java/Crime.java");
    }

    private void pass(String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path real = Path.of(folder, tool);
            if (Files.isExecutable(real)) {
                program(tools.resolve(tool), "exec " + real + " \"$@\"\n");
                return;
            }
        }
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
