package org.witan.access.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Origin;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.TrailKey;
import org.witan.access.TrailSettings;
import org.witan.access.UnsealedEntries;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.database.BareDatabase;

/// A database of its own whose trail holds reads of an invented partnership, sealed and signed.
final class SealedTrail implements AutoCloseable {
    static final int ENTRIES = 40;
    final BareDatabase database;
    final Path folder;
    final TrailKey key;
    final Path headsFile;
    final Sealing sealing;
    final JdbcClient owner;
    final Witnessing witnessing;
    final Viewer viewer;
    final UUID file;

    SealedTrail() {
        try {
            folder = Files.createTempDirectory("witan-trail");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        database = BareDatabase.in(folder.resolve("postgres"));
        key = TrailKey.in(folder.resolve("trail.key"));
        headsFile = folder.resolve("trail.heads");
        sealing = sealing(UnsealedEntries.inMemory());
        owner = JdbcClient.create(database.owner());
        witnessing = Witnessing.beside(database.application(), key, Clock.systemUTC());
        var partnership = new Partnership(owner);
        UUID agency = partnership.agency("POLICE");
        viewer = partnership.viewer(agency, Role.REPRESENTATIVE, Purpose.MARAC);
        file = partnership.record(RecordKind.CASE, agency);
    }

    /// The same with forty entries, a head after each ten, and two entries that wait.
    static SealedTrail filled() {
        var trail = new SealedTrail();
        for (int i = 0; i < ENTRIES; i++) {
            trail.read(i);
            if (i % 10 == 9) {
                trail.sealing.seal(100);
                trail.sealing.sign(true);
            }
        }
        trail.read(0);
        trail.read(1);
        return trail;
    }

    Sealing sealing(UnsealedEntries unsealed) {
        return new Sealing(
                JdbcClient.create(database.application()),
                unsealed,
                key,
                new TrailSettings(folder.resolve("trail.key"), headsFile, Duration.ZERO),
                Clock.systemUTC());
    }

    void read(int number) {
        if (number % 5 == 4) {
            witnessing.witness(
                    new Caller(null, Origin.job("test")), Deed.of(Deed.Verb.SIGN_IN_REFUSED, "account"), _ -> true);
            return;
        }
        var deed = new Deed(Deed.Verb.SEARCH, "record", Map.of("words", "Invented “" + number + "” Ünicode\u001f"));
        try {
            witnessing.witness(viewer, deed, shown -> {
                if (number % 5 == 3) {
                    throw new Absent();
                }
                shown.add(file);
                shown.add(viewer.account());
                return true;
            });
        } catch (Absent _) {
            // It is the row that matters.
        }
    }

    Verifying verifying() {
        return new Verifying(key, HeadKey.of(key), Files.exists(headsFile) ? headsFile : null);
    }

    /// What is found after somebody who may do anything did something; afterwards all is as it was.
    List<Finding> after(Tampering tampering) {
        return after(verifying(), tampering);
    }

    List<Finding> after(Verifying verifying, Tampering tampering) {
        try (var connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
            }
            tampering.with(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            List<Finding> findings = verifying.in(connection).findings();
            connection.rollback();
            return findings;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Verdict verdict() {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            return verifying().in(connection);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /// What somebody does with all rights.
    interface Tampering {
        void with(JdbcClient database);
    }
}
