package org.witan.marac;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears from the database what changes in conferences, and tells those of this node who listen.
///
/// One connection for all of them, and none while nobody listens. When the database was away, what may have been missed
/// is told as that.
@Component
public class HearingNews {
    private static final Logger LOG = LoggerFactory.getLogger(HearingNews.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// So often the connection is asked whether it is still there.
    private static final Duration PROOF = Duration.ofSeconds(15);
    private final Set<Consumer<News>> ears = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final DataSource database;
    private final Clock clock;
    private @Nullable Thread thread;
    private boolean hears;
    private boolean missed;

    HearingNews(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Somebody listens from now on; returns when the database is heard, or does not answer in a while.
    public synchronized void listen(Consumer<News> ear) throws InterruptedException {
        ears.add(ear);
        if (stops()) {
            ear.accept(new News.Over());
        } else if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("conference-news").start(this::run);
        }
        Instant until = clock.instant().plus(PATIENCE);
        while (!hears && !stops() && clock.instant().isBefore(until)) {
            wait(ROUND.toMillis());
        }
        missed |= !hears;
    }

    /// Somebody listens no longer.
    public void leave(Consumer<News> ear) {
        ears.remove(ear);
    }

    private void run() {
        while (goesOn()) {
            try (Connection connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException failure) {
                lose();
                pause();
            }
        }
    }

    /// Told once, not each second; only that it is so, as the text of a failure may quote a row.
    private synchronized void lose() {
        if (hears && !stops()) {
            LOG.warn("News of conferences are not heard: the database does not answer.");
        }
        hears = false;
        missed = true;
    }

    /// What was missed before is told as that.
    private synchronized void regain() {
        hears = true;
        notifyAll();
        if (missed) {
            missed = false;
            tell(new News.Missed());
        }
    }

    /// Ends when nobody listens; who comes at that moment finds no thread and starts one.
    private synchronized boolean goesOn() {
        if (ears.isEmpty() || stops()) {
            thread = null;
            hears = false;
            return false;
        }
        return true;
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen witan_conference");
            regain();
            PGConnection notified = connection.unwrap(PGConnection.class);
            Instant asked = clock.instant();
            while (!ears.isEmpty() && !stops()) {
                // A connection that a wall between has dropped says nothing for ever.
                if (clock.instant().isAfter(asked.plus(PROOF))) {
                    if (!connection.isValid((int) PATIENCE.toSeconds())) {
                        throw new SQLException("The connection is gone.");
                    }
                    asked = clock.instant();
                }
                PGNotification[] all = notified.getNotifications((int) ROUND.toMillis());
                for (PGNotification one : all == null ? new PGNotification[0] : all) {
                    News.read(one.getParameter()).ifPresent(this::tell);
                }
            }
            statement.execute("unlisten witan_conference");
        }
    }

    private void tell(News news) {
        ears.forEach(ear -> ear.accept(news));
    }

    private void pause() {
        try {
            // Not a sleep: the end of the application must not wait for it.
            stopping.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stops() {
        return stopping.getCount() == 0;
    }

    /// Whoever listens is let go before the server waits for their requests to end.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.countDown();
        tell(new News.Over());
    }
}
