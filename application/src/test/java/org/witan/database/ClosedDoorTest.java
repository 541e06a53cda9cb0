package org.witan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Our own server lets nobody in without a password, however its folder came about.
class ClosedDoorTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = folder.resolve("data");
    }

    @Test
    void nobodyEntersWithoutThePasswordNotEvenTheSuperuser() throws Exception {
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
            new Roles(server.administration()).prepare();
            assertThatThrownBy(() -> DriverManager.getConnection(server.address(), Roles.APPLICATION, ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void everyRuleAsksForScram() {
        try (var server = UnpackedOnce.serverIn(data)) {
            assertThat(JdbcClient.create(server.administration())
                            .sql("select auth_method from pg_hba_file_rules where error is null")
                            .query(String.class)
                            .list())
                    .containsOnly("scram-sha-256");
            assertThat(JdbcClient.create(server.administration())
                            .sql("select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'postgres'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void onlyTheOwnerReadsTheSecretTheDataAndTheProgramsThatItRuns() throws Exception {
        Path programs = folder.resolve("programs");
        try (var server = EmbeddedServer.startIn(data, programs)) {
            assertThat(permissions(ClosedDoor.secretFile(data))).isEqualTo("rw-------");
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(programs)).isEqualTo("rwx------");
            assertIsClosed(server);
        }
    }

    @Test
    void aFolderMadeWithTrustIsClosedAndKeepsItsData() throws Exception {
        try (var trusting = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .start()) {
            var former = JdbcClient.create(trusting.getPostgresDatabase());
            former.sql("create database witan").update();
            JdbcClient.create(trusting.getDatabase("postgres", "witan"))
                    .sql("create table kept as select 42 as number")
                    .update();
        }
        try (var server = UnpackedOnce.serverIn(data)) {
            assertThat(JdbcClient.create(server.administration())
                            .sql("select number from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
            assertIsClosed(server);
        }
    }

    @Test
    void aStartThatDiedBeforeThePasswordWasSetIsTakenUp() throws Exception {
        run(DiesBeforeThePassword.class);
        assertThat(data.resolve("PG_VERSION")).exists();
        assertThat(new NewData(data).mark()).exists();
        assertThat(Files.readString(data.resolve("pg_hba.conf"))).contains("trust");
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
            assertThat(new NewData(data).mark()).doesNotExist();
        }
    }

    @Test
    void aStartThatDiedWhileTheFolderWasMadeIsTakenUp() throws Exception {
        new NewData(data).begin();
        Files.createDirectories(data.resolve("base").resolve("1"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
        }
    }

    @Test
    void aFolderThatHoldsDataIsNeverMadeAgain() throws Exception {
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
        }
        new NewData(data).begin();
        assertThat(new NewData(data).mark()).doesNotExist();
        assertThat(data.resolve("PG_VERSION")).exists();
    }

    @Test
    void aLostOrForeignSecretDoesNotLockTheOwnerOut() throws Exception {
        String first;
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
            first = Files.readString(ClosedDoor.secretFile(data));
        }
        Files.delete(ClosedDoor.secretFile(data));
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
            assertThat(Files.readString(ClosedDoor.secretFile(data))).isNotEqualTo(first);
        }
        Secret.made().keepIn(ClosedDoor.secretFile(data));
        try (var server = UnpackedOnce.serverIn(data)) {
            assertIsClosed(server);
        }
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefusedInOneLineAndLeftAlone() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> UnpackedOnce.serverIn(data))
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("does not start")
                .doesNotContain("\n");
        assertThat(data.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void aSecretIsNotPrinted() {
        var secret = new Secret("the-password");
        assertThat(secret.toString()).doesNotContain("the-password");
        assertThat(secret.proof()).startsWith("SCRAM-SHA-256$4096:").doesNotContain("the-password");
    }

    private void assertIsClosed(EmbeddedServer server) throws Exception {
        for (String guess : new String[] {"", "postgres"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.address(), "postgres", guess))
                    .isInstanceOf(SQLException.class);
        }
        String secret = Secret.readFrom(ClosedDoor.secretFile(data)).value();
        try (var connection = DriverManager.getConnection(server.address(), "postgres", secret)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private void run(Class<?> program) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
