package org.witan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.witan.access.Partnership;
import org.witan.browser.InventedProviderSettings;
import org.witan.database.OwnerDatabase;

/// The application on a free port of this machine, with a small store and a database of its own. All tests that extend
/// this share one.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningApplication {
    private static final Path DATABASE = newFolder();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("witan.store", SmallStore::folder);
        settings.add("witan.database.folder", () -> DATABASE.resolve("postgres"));
        settings.add("witan.trail.key", () -> DATABASE.resolve("trail.key"));
        // What is counted beside a page is waited for: no test is to pass or fail by the speed of the machine.
        settings.add("witan.counts.patience", () -> "2m");
        settings.add("witan.trail.heads", () -> DATABASE.resolve("trail.heads"));
        // Tests ask before meetings themselves.
        settings.add("witan.chasing.pause", () -> "P1D");
        settings.add("witan.database.programs", () -> "target/postgres-programs");
        InventedProviderSettings.in(settings);
    }

    /// The address of the application.
    protected final String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Writes invented agencies, people and records as the owner of the database.
    protected final Partnership partnership() {
        return new Partnership(OwnerDatabase.of(application));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("witan-database");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
