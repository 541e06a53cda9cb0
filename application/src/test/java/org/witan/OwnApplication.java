package org.witan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.database.OwnerDatabase;

/// An application with a database of its own that nobody has used, for what can only happen once.
public final class OwnApplication implements AutoCloseable {
    private final ConfigurableApplicationContext application;

    private OwnApplication(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /// Starts it on a free port, with all that it keeps in a folder.
    public static OwnApplication in(Path folder, String... more) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--witan.store=" + SmallStore.folder(),
                "--witan.database.folder=" + folder.resolve("postgres"),
                "--witan.database.programs=target/postgres-programs",
                "--witan.trail.key=" + folder.resolve("trail.key"),
                "--witan.trail.heads=" + folder.resolve("trail.heads"),
                "--witan.set-up-link=" + folder.resolve("set-up-link")));
        // What is given twice would be taken for a list.
        settings.removeIf(usual -> Stream.of(more).anyMatch(one -> one.startsWith(usual.split("=", 2)[0] + "=")));
        settings.addAll(List.of(more));
        return new OwnApplication(new SpringApplication(WitanApplication.class).run(settings.toArray(String[]::new)));
    }

    /// The address of the application.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// The port that it listens on.
    public int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// Something that it is made of.
    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /// The running application, for tests that need to look into it.
    public ApplicationContext context() {
        return application;
    }

    /// Its database, as the owner.
    public JdbcClient owner() {
        return OwnerDatabase.of(application);
    }

    @Override
    public void close() {
        application.close();
    }
}
