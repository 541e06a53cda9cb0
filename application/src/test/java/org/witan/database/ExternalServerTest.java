package org.witan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several nodes on one database that somebody else runs, with an account that is no superuser.
class ExternalServerTest {
    private static final String SHARED = "invented-shared-password";
    private static final List<String> SCHEMAS = List.of("access", "comparison");

    @TempDir
    static Path folder;

    private static ExternalCluster cluster;

    @BeforeAll
    static void startTheOthersServer() {
        cluster = new ExternalCluster(folder);
    }

    @AfterAll
    static void stopTheOthersServer() {
        cluster.close();
    }

    @BeforeEach
    void beginWithoutWitan() {
        for (String statement : List.of(
                "drop schema if exists comparison cascade",
                "drop schema if exists access cascade",
                "drop owned by witan_owner",
                "drop owned by witan_application",
                "drop role if exists witan_application",
                "drop role if exists witan_owner")) {
            boolean role = statement.startsWith("drop owned");
            if (!role || exists(statement.substring(statement.lastIndexOf(' ') + 1))) {
                cluster.superuser().sql(statement).update();
            }
        }
    }

    @Test
    void twoNodesWorkAtTheSameTime() {
        try (var first = pool(SHARED);
                var second = pool(SHARED)) {
            assertThat(figures(first)).isZero();
            assertThat(figures(second)).isZero();
            first.getHikariPoolMXBean().softEvictConnections();
            assertThat(figures(first)).as("a new connection of the first node").isZero();
        }
    }

    @Test
    void eightNodesThatStartTogetherDoNotRace() throws Exception {
        Callable<String> node = () -> prepared(SHARED);
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var password : nodes.invokeAll(Collections.nCopies(8, node))) {
                assertThat(password.get()).isEqualTo(SHARED);
            }
        }
        assertThat(cluster.superuser()
                        .sql("select count(*) from comparison.flyway_schema_history where version is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(migrations());
    }

    @Test
    void aSecondStartLeavesTheRoleAsItIs() {
        prepared(SHARED);
        String before = proof();
        prepared(SHARED);
        assertThat(proof()).isEqualTo(before);
    }

    @Test
    void aNewPasswordInTheSettingsIsSet() {
        prepared(SHARED);
        String before = proof();
        try (var node = pool("another-invented-password")) {
            assertThat(figures(node)).isZero();
        }
        assertThat(proof()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "two words", "pässword"})
    void withoutAUsablePasswordForTheApplicationItRefuses(@Nullable String password) {
        assertThatThrownBy(() -> server(password).checked())
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("witan.database.application-password")
                .doesNotContain("\n");
    }

    @Test
    void aShortPasswordForTheApplicationIsRefused() {
        assertThatThrownBy(() -> server("short").checked())
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("24 characters")
                .doesNotContain("short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.org/witan",
                "jdbc:postgresql://db.example.org:5432/witan?sslmode=require",
                "jdbc:postgresql://127.0.0.1.example.org/witan",
                "jdbc:postgresql://127.0.0.1,db.example.org/witan",
                "jdbc:postgresql://db.example.org/witan?sslmode=verify-full-not"
            })
    void aDatabaseOnAnotherMachineIsReachedEncryptedOrNotAtAll(String url) {
        assertThatThrownBy(() -> new ExternalServer(url, "a", "b", SHARED).checked())
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("sslmode=verify-full");
        assertThatThrownBy(() -> Administration.open(url, "a", "b"))
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("sslmode=verify-full");
    }

    @Test
    void aWrongAdministrationPasswordIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() ->
                        new ExternalServer(cluster.url(), ExternalCluster.ACCOUNT, "wrong-guess", SHARED).checked())
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains("28P01")
                .contains("witan.database.password")
                .doesNotContain("wrong-guess");
    }

    @Test
    void anAccountThatMayMakeNoSchemaIsToldWhatItLacks() {
        cluster.superuser()
                .sql("revoke create on database partnership from " + ExternalCluster.ACCOUNT)
                .update();
        try {
            assertThatThrownBy(() -> prepared(SHARED))
                    .isInstanceOf(DatabaseUnusable.class)
                    .message()
                    .contains("CREATE on the database")
                    .doesNotContain("\n");
        } finally {
            cluster.superuser()
                    .sql("grant create on database partnership to " + ExternalCluster.ACCOUNT)
                    .update();
        }
    }

    @Test
    void theApplicationsRoleIsBoundOwnsNothingAndMakesNothing() {
        try (var node = pool(SHARED)) {
            var application = JdbcClient.create(node);
            assertThat(application
                            .sql("select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication "
                                    + "from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(application
                            .sql("select count(*) from pg_shdepend where deptype = 'o' "
                                    + "and refobjid = 'witan_application'::regrole")
                            .query(Long.class)
                            .single())
                    .as("objects it owns")
                    .isZero();
            assertThat(application
                            .sql("select nspname from pg_namespace "
                                    + "where has_schema_privilege('witan_application', oid, 'create')")
                            .query(String.class)
                            .list())
                    .as("schemas in which it may make objects")
                    .isEmpty();
            assertThat(application
                            .sql("select rolname from pg_roles where rolname <> current_user "
                                    + "and pg_has_role(current_user, oid, 'member')")
                            .query(String.class)
                            .list())
                    .as("roles it may become")
                    .isEmpty();
            for (String forbidden : List.of(
                    "set role witan_owner",
                    "set session authorization witan_owner",
                    "create table public.other (id int)",
                    "create table comparison.other (id int)",
                    "create schema other",
                    "alter role witan_application superuser",
                    "delete from comparison.kept_figure")) {
                assertThatThrownBy(() -> application.sql(forbidden).update())
                        .as(forbidden)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    @Test
    void theOwnerOfTheTablesCannotSignInAndOwnsThemAll() {
        prepared(SHARED);
        assertThat(cluster.superuser()
                        .sql("select rolcanlogin or rolsuper or rolbypassrls from pg_roles "
                                + "where rolname = 'witan_owner'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(cluster.superuser()
                        .sql("select count(*) from pg_class where relnamespace = 'comparison'::regnamespace "
                                + "and relowner <> 'witan_owner'::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theApplicationsPatienceEndsAsTheSettingsSay() {
        try (var node = pool(SHARED)) {
            assertThat(setting(node, "statement_timeout")).isEqualTo("30s");
            assertThat(setting(node, "idle_in_transaction_session_timeout")).isEqualTo("1min");
        }
        new Preparation(server(SHARED), new Patience(Duration.ofMillis(50), Duration.ofSeconds(5)), SCHEMAS).run();
        try (var node = connections(SHARED)) {
            assertThat(setting(node, "idle_in_transaction_session_timeout")).isEqualTo("5s");
            assertThatThrownBy(() -> JdbcClient.create(node)
                            .sql("select pg_sleep(60)")
                            .query()
                            .singleRow())
                    .hasMessageContaining("statement timeout");
        }
    }

    @Test
    void aTransactionThatHangsLosesItsLocks() throws Exception {
        new Preparation(server(SHARED), new Patience(Duration.ofSeconds(30), Duration.ofMillis(100)), SCHEMAS).run();
        try (var other = connections(SHARED);
                var hung = DriverManager.getConnection(cluster.url(), Roles.APPLICATION, SHARED);
                var statement = hung.createStatement()) {
            hung.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(4711)");
            assertThat(JdbcClient.create(other)
                            .sql("select pg_advisory_xact_lock(4711)")
                            .query()
                            .listOfRows())
                    .as("got only when the one that hung was ended")
                    .hasSize(1);
            assertThatThrownBy(hung::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anAdministratorOpensItWithTheAccountOfTheMigrations() {
        prepared(SHARED);
        try (var administration =
                Administration.open(cluster.url(), ExternalCluster.ACCOUNT, ExternalCluster.PASSWORD)) {
            assertThat(JdbcClient.create(administration.dataSource())
                            .sql("select count(*) from comparison.kept_figure")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static boolean exists(String role) {
        return cluster.superuser()
                .sql("select exists (select from pg_roles where rolname = :role)")
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    private static ExternalServer server(@Nullable String shared) {
        return new ExternalServer(cluster.url(), ExternalCluster.ACCOUNT, ExternalCluster.PASSWORD, shared);
    }

    private static String prepared(String shared) {
        return new Preparation(server(shared).checked(), Patience.USUAL, SCHEMAS).run();
    }

    private static HikariDataSource pool(String shared) {
        return connections(prepared(shared));
    }

    private static HikariDataSource connections(String password) {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(cluster.url());
        connections.setUsername(Roles.APPLICATION);
        connections.setPassword(password);
        connections.setMaximumPoolSize(2);
        return connections;
    }

    private static long figures(HikariDataSource node) {
        return JdbcClient.create(node)
                .sql("select count(*) from comparison.kept_figure")
                .query(Long.class)
                .single();
    }

    private static String setting(HikariDataSource node, String name) {
        return JdbcClient.create(node).sql("show " + name).query(String.class).single();
    }

    private static String proof() {
        return cluster.superuser()
                .sql("select rolpassword from pg_authid where rolname = 'witan_application'")
                .query(String.class)
                .single();
    }

    private static long migrations() {
        return Path.of("src/main/resources/db/migration/comparison").toFile().list().length;
    }
}
