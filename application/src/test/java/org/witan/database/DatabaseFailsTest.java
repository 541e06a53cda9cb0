package org.witan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.SmallStore;
import org.witan.WitanApplication;

/// What readers and administrators see when the database fails the application.
class DatabaseFailsTest {
    private static final String SHARED = "invented-shared-password";
    private static final Duration TO_RECOVER = Duration.ofSeconds(15);

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

    @Test
    void aServerThatStopsWhileTheApplicationRunsIsSaidToAndItRecovers() throws Exception {
        try (var application = start()) {
            String address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
            assertThat(get(address + "/figures").statusCode()).isEqualTo(200);
            cluster.stop();
            try {
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(get(address + "/figures"));
                assertApiSaysSoWithAProblem(address);
                var signedIn = post(address + "/sign-in", "email=invented%40example.org&password=invented&code=000000");
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(signedIn);
                assertThat(signedIn.headers().allValues("Set-Cookie")).isEmpty();
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(get(address + "/join/x"));
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(
                        withASession(address + "/records").GET());
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(withASession(address + "/sign-in/passkey")
                        .POST(HttpRequest.BodyPublishers.ofString("answer=x")));
                assertThat(get(address + "/health").statusCode()).isEqualTo(503);
                assertThat(get(address + "/health").body()).isEqualTo("{\"status\":\"down\"}");
            } finally {
                cluster.start();
            }
            assertThat(statusOnceItAnswers(address + "/figures")).isEqualTo(200);
            assertThat(get(address + "/health").body()).startsWith("{\"status\":\"up\"");
        }
    }

    @Test
    void aDiskThatIsFullIsSaidTheSameWay() throws Exception {
        try (var application = start()) {
            String address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
            // PostgreSQL's own words and code for it, from a rule of the table that the page reads.
            cluster.superuser()
                    .sql("alter table comparison.kept_figure rename to kept")
                    .update();
            try {
                cluster.superuser().sql("""
                        create function comparison.full_disk() returns setof comparison.kept language plpgsql as $$
                        begin
                            raise exception 'could not extend file "base/1/2": No space left on device'
                                using errcode = 'disk_full';
                        end $$""").update();
                cluster.superuser()
                        .sql("create view comparison.kept_figure as select * from comparison.full_disk()")
                        .update();
                cluster.superuser()
                        .sql("grant select on comparison.kept_figure to witan_application")
                        .update();
                assertSaysOnlyThatTheDatabaseDoesNotAnswer(get(address + "/figures"));
            } finally {
                for (String back : List.of(
                        "drop view if exists comparison.kept_figure",
                        "drop function if exists comparison.full_disk()",
                        "alter table comparison.kept rename to kept_figure")) {
                    cluster.superuser().sql(back).update();
                }
            }
            assertThat(get(address + "/figures").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aMigrationThatFailsIsOneLineAndLeavesTheDataAsTheyWere() {
        assertThatThrownBy(() -> start("--witan.database.schemas=access,comparison,broken"))
                .hasRootCauseInstanceOf(SQLException.class)
                .satisfies(failure -> assertThat(refusal(failure).getMessage())
                        .contains("The tables of broken could not be brought up to date")
                        .contains("V2__a_table_that_is_not_there.sql")
                        .contains("42P01")
                        .contains("broken.missing")
                        .doesNotContain("\n"));
        assertThat(JdbcClient.create(new ExternalServer(
                                        cluster.url(), ExternalCluster.ACCOUNT, ExternalCluster.PASSWORD, SHARED)
                                .administration())
                        .sql("select tablename from pg_tables where schemaname = 'broken' and tablename <> :history")
                        .param("history", "flyway_schema_history")
                        .query(String.class)
                        .list())
                .containsExactly("first");
    }

    @Test
    void aRowThatIsRefusedIsNotQuotedInTheFailure() {
        cluster.superuser()
                .sql("create table public.visitor (name text constraint visitor_is_named_once unique)")
                .update();
        try (var application = start()) {
            cluster.superuser()
                    .sql("grant insert on public.visitor to witan_application")
                    .update();
            var database = JdbcClient.create(application.getBean(DataSource.class));
            database.sql("insert into public.visitor values ('Invented Person')")
                    .update();
            assertThatThrownBy(() -> database.sql("insert into public.visitor values (:name)")
                            .param("name", "Invented Person")
                            .update())
                    .hasMessageContaining("visitor_is_named_once")
                    .message()
                    .doesNotContain("Invented Person");
        } finally {
            cluster.superuser().sql("drop table public.visitor").update();
        }
    }

    @Test
    void anExternalDatabaseWithoutAPasswordForTheApplicationIsRefusedInOneLine() {
        assertThatThrownBy(() -> start("--witan.database.application-password="))
                .satisfies(failure -> assertThat(refusal(failure).getMessage())
                        .contains("witan.database.application-password")
                        .doesNotContain("\n"));
    }

    /// The pool tries again after up to five seconds ({@code HikariPool.PoolEntryCreator}), so a
    /// reader may be told once or twice more that the database does not answer; every such answer
    /// lasts as long as the pool waits.
    private static int statusOnceItAnswers(String address) throws Exception {
        long latest = System.nanoTime() + TO_RECOVER.toNanos();
        int status = get(address).statusCode();
        while (status == 503 && System.nanoTime() < latest) {
            status = get(address).statusCode();
        }
        return status;
    }

    private static void assertApiSaysSoWithAProblem(String address) throws Exception {
        String pair =
                Base64.getEncoder().encodeToString((UUID.randomUUID() + ":wrong").getBytes(StandardCharsets.US_ASCII));
        for (var request : List.of(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/records")).header("Authorization", "Bearer x"),
                HttpRequest.newBuilder(URI.create(address + "/api/oauth2/token"))
                        .header("Authorization", "Basic " + pair)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))) {
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertSaysOnlyThatTheDatabaseDoesNotAnswer(answer);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    /// A request of a browser that thinks it has signed in.
    private static HttpRequest.Builder withASession(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "witan=QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB")
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static void assertSaysOnlyThatTheDatabaseDoesNotAnswer(HttpRequest.Builder request) throws Exception {
        assertSaysOnlyThatTheDatabaseDoesNotAnswer(send(request.build()));
    }

    private static void assertSaysOnlyThatTheDatabaseDoesNotAnswer(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains("The database does not answer")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("sql")
                .doesNotContainIgnoringCase("hikari")
                .doesNotContain("witan_application", "No space left", "kept_figure", "127.0.0.1", "base/1");
    }

    private static DatabaseUnusable refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnusable refusal) {
                return refusal;
            }
        }
        throw new AssertionError("no refusal", failure);
    }

    private static ConfigurableApplicationContext start(String... more) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--witan.store=" + SmallStore.folder(),
                "--witan.trail.key=" + folder.resolve("trail.key"),
                "--witan.trail.heads=" + folder.resolve("trail.heads"),
                "--witan.database.url=" + cluster.url(),
                "--witan.database.username=" + ExternalCluster.ACCOUNT,
                "--witan.database.password=" + ExternalCluster.PASSWORD));
        if (List.of(more).stream().noneMatch(one -> one.contains("application-password"))) {
            settings.add("--witan.database.application-password=" + SHARED);
        }
        settings.addAll(List.of(more));
        return new SpringApplication(WitanApplication.class).run(settings.toArray(String[]::new));
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static HttpResponse<String> post(String address, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
