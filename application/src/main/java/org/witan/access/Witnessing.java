package org.witan.access;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Does a piece of work so that it is in the trail: one transaction that begins with the entry, during which the rule
/// knows who looks, and that ends with the outcome and the records shown.
///
/// When the work throws, all of it is undone, and a second short transaction writes that it was refused, absent or
/// failed. When the trail cannot be written the caller gets the failure and nothing else.
@Component
public class Witnessing {
    private static final String ENTER = """
            select access.enter(:id, timestamptz 'epoch' + :micros * interval '1 microsecond', :account, :membership, :purpose, :deed, :what,
                :path, :channel, :detail, :address, :session, :authenticator)
            """;
    private static final String FINISH =
            "select access.finish(:entry, :outcome, cast(:records as uuid[]), :authenticator)";

    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final TrailKey key;
    private final UnsealedEntries unsealed;
    private final Clock clock;

    Witnessing(
            PlatformTransactionManager transactions,
            JdbcClient database,
            TrailKey key,
            UnsealedEntries unsealed,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.key = key;
        this.unsealed = unsealed;
        this.clock = clock;
    }

    /// For a command that runs beside the application.
    public static Witnessing beside(DataSource database, TrailKey key, Clock clock) {
        return new Witnessing(
                new DataSourceTransactionManager(database),
                JdbcClient.create(database),
                key,
                UnsealedEntries.inMemory(),
                clock);
    }

    /// Does the work of a viewer.
    ///
    /// @throws Absent when the work finds that there is no such thing, or none for this viewer
    /// @throws Refused when a rule refuses
    /// @throws NotAViewer when the membership is not in force or has no such purpose
    public <T extends @Nullable Object> T witness(Viewer viewer, Deed deed, Function<Shown, T> work) {
        return witness(viewer.account(), viewer, viewer.origin(), deed, work);
    }

    /// Does the work of somebody who is not a viewer: no record exists for them.
    public <T extends @Nullable Object> T witness(Caller caller, Deed deed, Function<Shown, T> work) {
        return witness(caller.account(), null, caller.origin(), deed, work);
    }

    /// Writes down that somebody who has signed in was turned away before any work began.
    ///
    /// @param reason a word for the trail
    public void turnAway(Viewer viewer, Deed deed, String reason) {
        var refused = new Refused(reason);
        Deed tried = deed.with("refused", reason);
        try {
            record(viewer.account(), viewer, viewer.origin(), tried, TrailRow.Outcome.REFUSED, refused);
        } catch (NotAViewer expired) {
            record(viewer.account(), null, viewer.origin(), tried, TrailRow.Outcome.REFUSED, expired);
        }
    }

    private <T extends @Nullable Object> T witness(
            @Nullable UUID account, @Nullable Viewer viewer, Origin origin, Deed deed, Function<Shown, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A witnessed piece of work stands in a transaction of its own.");
        }
        try {
            return inTransaction(TrailRow.of(clock.instant(), account, viewer, origin, deed), work);
        } catch (Absent absent) {
            record(account, viewer, origin, deed, TrailRow.Outcome.ABSENT, absent);
            throw absent;
        } catch (Refused refused) {
            record(account, viewer, origin, deed.with("refused", refused.reason()), TrailRow.Outcome.REFUSED, refused);
            throw refused;
        } catch (NotAViewer expired) {
            record(account, null, origin, deed, TrailRow.Outcome.REFUSED, expired);
            throw expired;
        } catch (RuntimeException failure) {
            record(account, viewer, origin, deed, TrailRow.Outcome.FAILED, failure);
            throw failure;
        }
    }

    // TransactionTemplate cannot say that a null result is one that the work returned.
    @SuppressWarnings("NullAway")
    private <T extends @Nullable Object> T inTransaction(TrailRow row, Function<Shown, T> work) {
        T done = transaction.execute(_ -> {
            enter(row);
            var shown = new Shown();
            T result = work.apply(shown);
            finish(row, TrailRow.Outcome.DONE, shown.records());
            return result;
        });
        unsealed.add(row.id());
        return done;
    }

    private void record(
            @Nullable UUID account,
            @Nullable Viewer viewer,
            Origin origin,
            Deed deed,
            TrailRow.Outcome outcome,
            RuntimeException reason) {
        var row = TrailRow.of(clock.instant(), account, viewer, origin, deed);
        try {
            transaction.executeWithoutResult(_ -> {
                enter(row);
                finish(row, outcome, List.of());
            });
            unsealed.add(row.id());
        } catch (RuntimeException failure) {
            failure.addSuppressed(reason);
            throw failure;
        }
    }

    private void enter(TrailRow row) {
        Viewer viewer = row.viewer();
        try {
            database.sql(ENTER)
                    .param("id", row.id())
                    .param("micros", row.micros())
                    .param("account", row.account())
                    .param("membership", viewer == null ? null : viewer.membership())
                    .param("purpose", viewer == null ? null : viewer.purpose().name())
                    .param("deed", row.deed().verb().name())
                    .param("what", row.deed().what())
                    .param("path", row.origin().path())
                    .param("channel", row.origin().channel().name())
                    .param("detail", row.detail())
                    .param("address", row.origin().address())
                    .param("session", row.origin().session())
                    .param("authenticator", key.authenticator(row.text()))
                    .query(_ -> {});
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException refusal && "WI004".equals(refusal.getSQLState())) {
                throw new NotAViewer(failure);
            }
            throw failure;
        }
    }

    private void finish(TrailRow row, TrailRow.Outcome outcome, List<UUID> records) {
        database.sql(FINISH)
                .param("entry", row.id())
                .param("outcome", outcome.name())
                .param("records", records.toString().replace('[', '{').replace(']', '}'))
                .param("authenticator", key.authenticator(row.text(outcome, records)))
                .query(_ -> {});
    }
}
