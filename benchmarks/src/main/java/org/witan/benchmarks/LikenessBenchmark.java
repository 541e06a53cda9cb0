package org.witan.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.witan.linkage.text.DamerauLevenshtein;
import org.witan.linkage.text.JaroWinkler;
import org.witan.linkage.text.Word;

/// Pairs of names compared a second on one core. Every pair is compared and nothing is kept; what is made of one word
/// alone was made before, as it is when records are linked.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the method marked @Setup before anything else.
public class LikenessBenchmark {
    private static final int PAIRS = 4_096;

    private Word[] words;

    /// Draws names from the invented surnames: 3 to 12 letters.
    @Setup
    public void draw() {
        var random = new Random(1);
        words = new Word[PAIRS + 1];
        for (int at = 0; at <= PAIRS; at++) {
            words[at] = Word.of(InventedPersons.surname(random.nextInt(3_000)));
        }
    }

    /// In millions of pairs a second.
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double jaroWinkler() {
        double sum = 0;
        for (int at = 0; at < PAIRS; at++) {
            sum += JaroWinkler.likeness(words[at], words[at + 1]);
        }
        return sum;
    }

    /// In millions of pairs a second.
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int damerauLevenshtein() {
        int sum = 0;
        for (int at = 0; at < PAIRS; at++) {
            sum += DamerauLevenshtein.distance(words[at], words[at + 1]);
        }
        return sum;
    }
}
