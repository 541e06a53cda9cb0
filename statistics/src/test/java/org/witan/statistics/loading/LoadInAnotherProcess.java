package org.witan.statistics.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A load in a process of its own, to be killed.
final class LoadInAnotherProcess {
    private LoadInAnotherProcess() {}

    public static void main(String[] arguments) {
        LoadedStore.in(Path.of(arguments[0])).load(Path.of(arguments[1]));
    }

    static Process start(Path store, Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadInAnotherProcess.class.getName(),
                        store.toString(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Returns as soon as the load has put something into the staging or data folder of its snapshot.
    static void awaitStaging(Path store, Process load) throws IOException {
        Path begun = store.resolve("data").resolve("S0002").resolve("rejected.csv");
        while (!Files.exists(begun)) {
            if (!load.isAlive()) {
                throw new IllegalStateException("The load ended before it could be killed: " + load.exitValue());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
