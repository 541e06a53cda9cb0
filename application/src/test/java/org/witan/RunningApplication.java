package org.witan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The application on a free port of this machine, with a small store and a database of its own. All tests that extend
/// this share one.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningApplication {
    private static final Path DATABASE = newFolder();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("witan.store", SmallStore::folder);
        settings.add("witan.database.folder", () -> DATABASE.resolve("data"));
    }

    /// The address of the application.
    protected final String address() {
        return "http://127.0.0.1:" + port;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("witan-database");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
