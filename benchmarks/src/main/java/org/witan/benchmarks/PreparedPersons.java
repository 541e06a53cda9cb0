package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.witan.statistics.store.Store;

/// An installation with so many invented persons, made once and used by each measurement of persons.
///
/// @param home its folder
/// @param persons how many
record PreparedPersons(Path home, int persons) {
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";

    static PreparedPersons in(Path folder, int persons) {
        return new PreparedPersons(folder.resolve("persons-" + persons), persons);
    }

    static Path jar() {
        return Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
    }

    /// With which a class of ours runs with the libraries of the application.
    static List<String> inTheApplication(Class<?> side, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dloader.main=" + side.getName(),
                "-Dloader.path="
                        + Path.of(System.getProperty("witan.home", "."))
                                .resolve("benchmarks/target/benchmarks.jar")
                                .toAbsolutePath(),
                "-cp",
                jar().toAbsolutePath().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        command.addAll(List.of(words));
        return command;
    }

    /// The database of the installation.
    Path data() {
        return home.resolve("postgres");
    }

    Store store() {
        return new Store(home.resolve("store"));
    }

    /// With which the application runs on it in a process of our own making.
    List<String> arguments() {
        return List.of(
                "--server.port=0",
                "--witan.store=" + store().folder(),
                "--witan.database.folder=" + data(),
                "--witan.trail.key=" + home.resolve("trail.key"),
                "--witan.trail.heads=" + home.resolve("trail.heads"),
                "--witan.demo=true");
    }

    /// Starts the application on it, and invents the persons when they are not there yet.
    PageServer start() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(home);
        var server = PageServer.start(jar(), store(), home, "--witan.demo=true");
        Path made = home.resolve("persons-are-made");
        if (!Files.exists(made)) {
            System.out.printf("Inventing %,d persons, which takes minutes and is kept in %s%n", persons, home);
            try (var database = TrailMeasurement.connect(data())) {
                TrailMeasurement.run(database, InventedRecords.OF_PERSONS.formatted(persons));
                new EngineRecords(database).fill();
                TrailMeasurement.run(database, "vacuum analyze");
                Files.writeString(made, "");
            } catch (IOException | SQLException | RuntimeException failure) {
                server.close();
                throw failure;
            }
        }
        return server;
    }
}
