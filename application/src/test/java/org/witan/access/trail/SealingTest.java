package org.witan.access.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.UnsealedEntries;
import org.witan.access.trail.Finding.Kind;

/// What is done is sealed in the order in which it was finished, once, and nothing is lost on the way.
class SealingTest {
    private static SealedTrail trail;

    @BeforeAll
    static void open() {
        trail = new SealedTrail();
    }

    @BeforeEach
    void empty() throws IOException {
        trail.owner
                .sql("set session_replication_role = replica; truncate access.trail_entry, access.trail_outcome,"
                        + " access.trail_seal, access.trail_head, access.trail_waiting")
                .update();
        Files.deleteIfExists(trail.headsFile);
    }

    @AfterAll
    static void close() {
        trail.close();
    }

    @Test
    void anEntryOfALongTransactionIsSealedWhenItCommits() throws SQLException {
        UUID late = UUID.randomUUID();
        try (var connection = trail.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            var slow = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            slow.sql(
                            "select access.enter(:id, now() - interval '1 day', null, null, null, 'READ', 'record', 'test', 'JOB', '{}', '', '', sha256('x'))")
                    .param("id", late)
                    .query(_ -> {});
            slow.sql("select access.finish(:id, 'DONE', '{}', sha256('x'))")
                    .param("id", late)
                    .query(_ -> {});
            trail.read(0);
            trail.read(1);
            assertThat(trail.sealing.seal(100)).isEqualTo(2);
            connection.commit();
        }
        assertThat(trail.sealing.seal(100)).isEqualTo(1);
        assertThat(entries()).hasSize(3).last().isEqualTo(late);
        assertThat(trail.sealing.seal(100)).isZero();
    }

    @Test
    void aBatchTakesNoMoreThanItShouldAndTheRestComesNext() {
        for (int i = 0; i < 7; i++) {
            trail.read(i);
        }
        assertThat(trail.sealing.waiting().entries()).isEqualTo(7);
        assertThat(List.of(trail.sealing.seal(3), trail.sealing.seal(3), trail.sealing.seal(3)))
                .containsExactly(3, 3, 1);
        assertThat(trail.sealing.waiting().entries()).isZero();
        assertThat(trail.verdict().findings()).isEmpty();
    }

    @Test
    void oneNodeSealsAtATime() throws SQLException {
        trail.read(0);
        try (var connection = trail.database.owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from access.seal(10)");
            assertThat(trail.sealing.seal(10)).isZero();
            connection.rollback();
        }
        assertThat(trail.sealing.seal(10)).isEqualTo(1);
    }

    @Test
    void aClockThatStepsBackPutsNoSealBeforeAnother() {
        trail.read(0);
        trail.sealing.seal(10);
        trail.owner
                .sql(
                        "set session_replication_role = replica; update access.trail_seal set sealed_at = now() + interval '1 hour'")
                .update();
        trail.read(1);
        trail.sealing.seal(10);
        assertThat(trail.owner
                        .sql("select bool_and(sealed_at > now() + interval '30 minutes') from access.trail_seal")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aCrashBetweenSealAndSignatureIsMendedByTheNextSignature() throws IOException {
        trail.read(0);
        trail.sealing.seal(10);
        trail.read(1);
        trail.sealing.seal(10);
        var head = trail.sealing.sign(false).orElseThrow();
        assertThat(head.position()).isEqualTo(2);
        assertThat(trail.sealing.sign(true)).as("nothing is new").isEmpty();
        assertThat(Files.readAllLines(trail.headsFile)).hasSize(2).last().isEqualTo(head.line());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(trail.headsFile)))
                .isEqualTo("rw-------");
        assertThat(head.isSignedWith(HeadKey.open(HeadKey.of(trail.key).publicHalf())))
                .isTrue();
    }

    @Test
    void anEntryThatIsRemovedBeforeItIsSealedIsSealedAsGone() {
        trail.read(0);
        trail.read(1);
        UUID gone = first();
        remove(gone, "trail_outcome", "trail_entry");
        assertThat(trail.verdict().findings()).extracting(Finding::kind).containsExactly(Kind.REMOVED);
        trail.sealing.seal(10);
        assertThat(trail.verdict().findings())
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(tuple(Kind.REMOVED_BEFORE_SEALING, gone.toString()));
    }

    @Test
    void anEntryThatIsRemovedWithItsPlaceInTheQueueIsMissedByTheApplicationThatCommittedIt() throws IOException {
        trail.read(0);
        trail.read(1);
        UUID gone = first();
        Files.writeString(trail.folder.resolve("trail.unsealed"), gone + "\n01234567-89ab");
        remove(gone, "trail_outcome", "trail_entry", "trail_waiting");
        assertThat(trail.verdict().findings()).as("nobody else knows of it").isEmpty();
        try (var remembered = UnsealedEntries.in(trail.folder.resolve("trail.unsealed"))) {
            assertThat(remembered.entries()).containsExactly(gone);
            var sealing = trail.sealing(remembered);
            sealing.seal(10);
            assertThat(sealing.missed()).isEqualTo(1);
            sealing.seal(10);
            assertThat(sealing.missed()).isZero();
            assertThat(remembered.entries()).isEmpty();
        }
        assertThat(Files.size(trail.folder.resolve("trail.unsealed"))).isZero();
        assertThat(trail.verdict().findings()).extracting(Finding::kind).containsExactly(Kind.REMOVED_BEFORE_SEALING);
    }

    @Test
    void anEntryThatWasOnlyTakenOutOfTheQueueIsSealedAllTheSame() throws IOException {
        trail.read(0);
        UUID hidden = first();
        remove(hidden, "trail_waiting");
        Files.writeString(trail.folder.resolve("trail.unsealed"), hidden + "\n");
        try (var remembered = UnsealedEntries.in(trail.folder.resolve("trail.unsealed"))) {
            var sealing = trail.sealing(remembered);
            assertThat(sealing.missed()).isEqualTo(1);
            sealing.seal(10);
        }
        assertThat(trail.verdict().findings()).isEmpty();
        assertThat(entries()).containsExactly(hidden);
    }

    private UUID first() {
        return trail.owner
                .sql("select entry_id from access.trail_waiting order by number limit 1")
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    private List<UUID> entries() {
        return trail.owner
                .sql("select entry_id from access.trail_seal order by position")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private void remove(UUID entry, String... tables) {
        for (String table : tables) {
            String column = table.equals("trail_entry") ? "id" : "entry_id";
            trail.owner
                    .sql("set session_replication_role = replica; delete from access." + table + " where " + column
                            + " = '" + entry + "'")
                    .update();
        }
    }
}
