package org.witan.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.witan.statistics.store.Store;

/// The application in a process of its own, as `./witan serve` would start it.
record PageServer(Process process, URI address) implements AutoCloseable {
    private static final int MINUTES_TO_START = 3;

    static PageServer start(Path jar, Store store, Path folder, String... more)
            throws IOException, InterruptedException {
        int port = freePort();
        Path database = folder.resolve("postgres");
        Files.createDirectories(folder);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--witan.store=" + store.folder(),
                "--witan.database.folder=" + database,
                "--witan.trail.key=" + folder.resolve("trail.key"),
                "--witan.trail.heads=" + folder.resolve("trail.heads")));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("application.log").toFile())
                .start();
        var server = new PageServer(process, URI.create("http://127.0.0.1:" + port));
        server.awaitHealth();
        if (List.of(more).contains("--witan.demo=true")) {
            server.awaitInvented(folder.resolve("application.log"));
        }
        return server;
    }

    /// The most memory the application ever held, in MB; its database is a process of its own and not in it.
    double peakMegabytes() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void awaitHealth() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        try (var browser = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/health")).build();
            while (System.nanoTime() < until && process.isAlive()) {
                try {
                    if (browser.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
                process.waitFor(300, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IllegalStateException("The application did not start; see application.log in the data folder");
    }

    /// Waits until a demonstration has all that is invented for it: what is measured holds tables that it writes to.
    private void awaitInvented(Path log) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        while (!Files.readString(log).contains("The demonstration has what is invented for it")) {
            if (System.nanoTime() > until || process.waitFor(300, TimeUnit.MILLISECONDS)) {
                close();
                throw new IllegalStateException("Nothing was invented; see application.log in the data folder");
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
