package org.witan.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Whether sealing keeps up while reads are committed at a given rate: readers commit entry, read and outcome, one
/// transaction each, and the running application seals as it always does. What waits is looked at each second.
///
/// @param database a connection for each reader, and one more to look with
/// @param perSecond how many reads are meant to be committed in a second
record SealingUnderReads(List<Connection> database, int perSecond) {
    /// A read with its entry and its outcome.
    static final String READ = """
            select set_config('witan.benchmark', gen_random_uuid()::text, true);
            select access.enter(current_setting('witan.benchmark')::uuid, now(), null, null, null, 'READ', 'record', 'test', 'JOB', '{}', '', '', sha256('x'));
            select count(*) from access.agency;
            select access.finish(current_setting('witan.benchmark')::uuid, 'DONE', '{}', sha256('x'))
            """;

    void run(int seconds) throws InterruptedException, SQLException {
        List<Connection> readers = database.subList(1, database.size());
        long began = System.nanoTime();
        long until = began + TimeUnit.SECONDS.toNanos(seconds);
        var waiting = new ArrayList<Double>();
        long committed = 0;
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            var all = new ArrayList<Future<Long>>();
            for (Connection reader : readers) {
                all.add(threads.submit(() -> read(reader, until)));
            }
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                waiting.add((double) waiting());
            }
            for (Future<Long> one : all) {
                committed += one.get();
            }
        } catch (ExecutionException failure) {
            throw new SQLException(failure.getCause());
        }
        double rate = committed / ((System.nanoTime() - began) / 1e9);
        long ended = System.nanoTime();
        while (waiting() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        System.out.printf(
                "%,d reads a second meant, %,.0f committed; waiting to be sealed, looked at each second: median %,.0f, at most %,.0f; "
                        + "none %.1f s after the last%n",
                perSecond,
                rate,
                new Spread(waiting).median(),
                waiting.stream().mapToDouble(each -> each).max().orElseThrow(),
                (System.nanoTime() - ended) / 1e9);
    }

    /// Reads at its share of the rate: late, it hurries, so that what is committed is what was meant or all that is
    /// possible.
    private long read(Connection reader, long until) throws SQLException {
        long pause = TimeUnit.SECONDS.toNanos(1) * (database.size() - 1) / perSecond;
        reader.setAutoCommit(false);
        long done = 0;
        for (long next = System.nanoTime(); next < until && System.nanoTime() < until; next += pause) {
            LockSupport.parkNanos(next - System.nanoTime());
            TrailMeasurement.run(reader, READ);
            reader.commit();
            done++;
        }
        return done;
    }

    private long waiting() throws SQLException {
        try (var asked = database.getFirst().createStatement();
                var rows = asked.executeQuery("select count(*) from access.trail_waiting")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
