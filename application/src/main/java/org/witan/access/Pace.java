package org.witan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How fast one person opens records, those of persons included: no faster than the setting `records_in_ten_minutes`
/// allows, so that nobody takes a caseload away by a program before a review can find it.
///
/// Counted in memory, on each node: what slows every reader must not be a row that all of them change. The setting is
/// asked only of who has opened as many as the least that it can be. It is no bucket that fills again steadily, as
/// systems have: the page says how many were opened within ten minutes, and the trail has the first that was too many.
@Component
public class Pace {
    static final Duration SPAN = Duration.ofMinutes(10);
    /// No partnership can set less.
    static final int NEVER_TOO_MANY = 50;

    private static final int MOST_KEPT = 5_000;
    private final Map<UUID, Span> spans = new ConcurrentHashMap<>();
    private final Witnessing witnessing;
    private final IntSupplier most;
    private final InstantSource clock;

    @Autowired
    Pace(Witnessing witnessing, JdbcClient database, Clock clock) {
        this(witnessing, () -> setting(database), clock);
    }

    Pace(Witnessing witnessing, IntSupplier most, InstantSource clock) {
        this.witnessing = witnessing;
        this.most = most;
        this.clock = clock;
    }

    private static int setting(JdbcClient database) {
        return database.sql("select access.setting_number('records_in_ten_minutes')")
                .query(Integer.class)
                .single();
    }

    /// Counts one more. The first that is too many is in the trail; the next of the same span are not, so that nobody
    /// fills the trail by asking on.
    ///
    /// @throws TooMany when it is
    public void take(Viewer viewer, Deed deed) {
        Instant now = clock.instant();
        if (spans.size() > MOST_KEPT) {
            spans.values().removeIf(span -> span.isOver(now));
        }
        Span span = spans.compute(
                viewer.account(),
                (_, known) -> known == null || known.isOver(now) ? new Span(now, 1) : known.oneMore());
        if (span.opened() <= NEVER_TOO_MANY) {
            return;
        }
        int allowed = most.getAsInt();
        if (span.opened() <= allowed) {
            return;
        }
        if (span.opened() == allowed + 1) {
            witnessing.turnAway(viewer, deed, "too many records");
        }
        throw new TooMany(allowed, Duration.between(now, span.from().plus(SPAN)));
    }

    /// @param from when the first was opened
    private record Span(Instant from, int opened) {

        /// Also when the clock was set back, which must keep nobody out.
        boolean isOver(Instant now) {
            return now.isBefore(from) || !now.isBefore(from.plus(SPAN));
        }

        Span oneMore() {
            return new Span(from, opened + 1);
        }
    }
}
