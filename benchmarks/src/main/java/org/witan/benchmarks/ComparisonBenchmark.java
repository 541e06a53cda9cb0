package org.witan.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.witan.statistics.comparison.Figure;

/// A comparison with all its checks, and the same counts from SQL written by hand.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls the method marked @Setup before anything else.
public class ComparisonBenchmark {
    /// A name of [Asked].
    @Param({"STALKING_OF_THE_FORCE", "DOMESTIC_SHARE_OF_A_DISTRICT", "VAWG_BY_MONTH", "DOMESTIC_ABUSE_BY_AREA"})
    public String question;

    private Asked asked;
    private Warm warm;
    private String sql;

    /// Opens the store and makes sure that both sides count the same.
    @Setup
    public void open() throws SQLException, IOException {
        asked = Asked.valueOf(question);
        warm = Warm.open(Extract.chosen());
        sql = warm.sql(asked);
        warm.demandAgreement(asked);
    }

    @TearDown
    public void close() throws SQLException {
        warm.close();
    }

    @Benchmark
    public Figure witan() {
        return warm.answer(asked);
    }

    @Benchmark
    public long[] sqlByHand() throws SQLException {
        return warm.count(sql);
    }
}
