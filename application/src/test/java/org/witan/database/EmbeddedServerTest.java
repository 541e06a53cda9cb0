package org.witan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Our own server, its roles and the tables of every module, on the real PostgreSQL.
class EmbeddedServerTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataFromOneStartToTheNext() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            JdbcClient.create(server.administration())
                    .sql("create table kept as select 42 as number")
                    .update();
        }
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            assertThat(JdbcClient.create(server.administration())
                            .sql("select number from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void isPostgreSql18AndListensOnThisMachineOnly() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            var database = JdbcClient.create(server.administration());
            assertThat(database.sql("show server_version").query(String.class).single())
                    .startsWith("18");
            assertThat(database.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
            assertThat(database.sql("show unix_socket_directories")
                            .query(String.class)
                            .single())
                    .isEmpty();
        }
    }

    @Test
    void keepsWhatItSaidItKeptThroughALossOfPower() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            var database = JdbcClient.create(server.administration());
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(database.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void isNotSharedByTwoApplications() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            assertThat(server.address()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> UnpackedOnce.serverIn(folder.resolve("data")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another Witan uses the database");
        }
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        Path data = folder.resolve("data");
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeavesAServerBehind.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(killed.waitFor()).isZero();
        assertThat(data.resolve("postmaster.pid")).exists();
        try (var server = UnpackedOnce.serverIn(data)) {
            assertThat(JdbcClient.create(server.administration())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void leavesAProgramAloneThatCameToBearTheNumberOfAFormerServer() throws Exception {
        Path data = folder.resolve("data");
        List<String> former;
        try (var server = UnpackedOnce.serverIn(data)) {
            assertThat(server.address()).isNotEmpty();
            former = Files.readAllLines(data.resolve("postmaster.pid"));
        }
        var innocent = new ProcessBuilder("sleep", "600").start();
        try {
            former.set(0, String.valueOf(innocent.pid()));
            Files.write(data.resolve("postmaster.pid"), former);
            try (var server = UnpackedOnce.serverIn(data)) {
                assertThat(server.address()).isNotEmpty();
            }
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void leavesTheServerOfAnotherFolderAlone() throws Exception {
        Path data = folder.resolve("data");
        Path others = folder.resolve("others");
        Files.createDirectories(data);
        try (var other = UnpackedOnce.serverIn(others)) {
            Files.copy(others.resolve("postmaster.pid"), data.resolve("postmaster.pid"));
            Postmaster.of(data).orElseThrow().stop();
            assertThat(JdbcClient.create(other.administration())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void theApplicationsRoleOwnsNothingAndMayOnlyAddAndRead() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            String password = prepared(server);
            var application = asApplication(server, password);
            assertThat(application
                            .sql("select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles "
                                    + "where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(application
                            .sql("select count(*) from pg_class where relowner = current_user::regrole")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (String forbidden : List.of(
                    "update comparison.kept_figure set sentence = 'other'",
                    "delete from comparison.kept_figure",
                    "truncate comparison.kept_figure",
                    "drop table comparison.kept_figure",
                    "create table comparison.other (id int)",
                    "create table public.other (id int)",
                    "create temporary table other (id int)",
                    "create schema other",
                    "set role witan_owner")) {
                assertThatThrownBy(() -> application.sql(forbidden).update())
                        .as(forbidden)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    @Test
    void rolesAndMigrationsMayRunAgainAtEveryStart() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            String first = prepared(server);
            String second = prepared(server);
            assertThat(second).isNotEqualTo(first);
        }
    }

    @Test
    void everyTableAndColumnSaysWhatItHolds() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            prepared(server);
            assertThat(undocumented(server)).isEmpty();
            JdbcClient.create(server.administration())
                    .sql("create table comparison.silent (id int)")
                    .update();
            assertThat(undocumented(server)).containsExactlyInAnyOrder("silent", "silent.id");
        }
    }

    @Test
    void everyConstraintHasANameOfItsOwn() {
        try (var server = UnpackedOnce.serverIn(folder.resolve("data"))) {
            prepared(server);
            assertThat(unnamed(server)).isEmpty();
            JdbcClient.create(server.administration())
                    .sql("create table comparison.silent (id int primary key)")
                    .update();
            assertThat(unnamed(server)).containsExactly("silent_pkey");
        }
    }

    private static String prepared(Server server) {
        String password = new Roles(server.administration()).prepare();
        new Migrations(server.administration()).run("comparison");
        return password;
    }

    private static JdbcClient asApplication(Server server, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.address());
        source.setUser(Roles.APPLICATION);
        source.setPassword(password);
        return JdbcClient.create(source);
    }

    private static List<String> undocumented(Server server) {
        return JdbcClient.create(server.administration()).sql("""
                        select c.relname || coalesce('.' || a.attname, '')
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join lateral (
                            select attname, attnum from pg_attribute
                            where attrelid = c.oid and attnum > 0 and not attisdropped
                            union all select null, 0
                        ) a on true
                        where n.nspname = 'comparison' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                            and case a.attnum when 0 then obj_description(c.oid, 'pg_class')
                                else col_description(c.oid, a.attnum) end is null
                        """).query(String.class).stream()
                .map(String::valueOf)
                .toList();
    }

    private static List<String> unnamed(Server server) {
        return JdbcClient.create(server.administration()).sql("""
                        select conname from pg_constraint
                        where connamespace = 'comparison'::regnamespace and contype in ('p', 'u', 'f', 'c')
                            and conrelid <> 'comparison.flyway_schema_history'::regclass
                            and conname ~ '_(pkey|key|fkey|check)[0-9]*$'
                        """).query(String.class).stream()
                .map(String::valueOf)
                .toList();
    }
}
