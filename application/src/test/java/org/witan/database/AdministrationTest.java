package org.witan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A command beside the application reaches the same database and leaves the application alone.
class AdministrationTest {
    @TempDir
    Path folder;

    @Test
    void usesTheServerOfARunningApplicationAndLeavesItRunning() {
        Path data = folder.resolve("data");
        try (var application = UnpackedOnce.serverIn(data)) {
            keep(application);
            try (var administration = Administration.open(data, UnpackedOnce.FOLDER)) {
                assertThat(kept(administration)).isEqualTo(42);
            }
            assertThat(JdbcClient.create(application.administration())
                            .sql("select number from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
            assertThatThrownBy(() -> UnpackedOnce.serverIn(data)).hasMessageContaining("Another Witan");
        }
    }

    @Test
    void anotherProcessReachesItWhileTheApplicationRuns() throws Exception {
        Path data = folder.resolve("data");
        try (var application = UnpackedOnce.serverIn(data)) {
            keep(application);
            assertThat(asAnotherProcess(data)).isEqualTo("42");
            try (var again = Administration.open(data, UnpackedOnce.FOLDER)) {
                assertThat(kept(again)).isEqualTo(42);
            }
        }
        assertThat(asAnotherProcess(data)).isEqualTo("42");
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void startsTheServerWhenNothingRunsAndStopsItAfterwards() throws Exception {
        Path data = folder.resolve("data");
        try (var application = UnpackedOnce.serverIn(data)) {
            keep(application);
        }
        try (var administration = Administration.open(data, UnpackedOnce.FOLDER)) {
            assertThat(kept(administration)).isEqualTo(42);
            assertThat(Postmaster.of(data)).isPresent();
        }
        assertThat(Postmaster.of(data)).isEmpty();
        try (var application = UnpackedOnce.serverIn(data)) {
            assertThat(application.address()).isNotEmpty();
        }
    }

    @Test
    void makesNoDatabaseWhereThereIsNone() {
        assertThatThrownBy(() -> Administration.open(folder.resolve("nothing"), UnpackedOnce.FOLDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no database");
        assertThat(Files.exists(folder.resolve("nothing"))).isFalse();
    }

    @Test
    void refusesAnExternalDatabaseThatDoesNotAnswer() {
        assertThatThrownBy(() -> Administration.open("jdbc:postgresql://127.0.0.1:1/witan", "nobody", "wrong"))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .contains("witan.database.url")
                .doesNotContain("wrong")
                .doesNotContain("\n");
    }

    private String asAnotherProcess(Path data) throws Exception {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadsBesideTheApplication.class.getName(),
                        data.toString(),
                        folder.resolve("answer").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(command.waitFor()).as("see the log").isZero();
        return Files.readString(folder.resolve("answer"));
    }

    private static void keep(Server server) {
        JdbcClient.create(server.administration())
                .sql("create table kept as select 42 as number")
                .update();
    }

    private static int kept(Administration administration) {
        return JdbcClient.create(administration.dataSource())
                .sql("select number from kept")
                .query(Integer.class)
                .single();
    }
}
