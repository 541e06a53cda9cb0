package org.witan.linkage.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.witan.linkage.comparison.Answering;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Fields;

/// The answers of pairs: how many there are of each, and those of some pairs as they are.
final class Answered implements RandomPairs.Visitor {
    private final Answering[] answering;
    private final int kept;
    private final long[][] counts;
    private final List<int[]> answers = new ArrayList<>();

    private Answered(Answering[] answering, long[][] counts, int kept) {
        this.answering = answering;
        this.counts = counts;
        this.kept = kept;
    }

    /// One maker for each core.
    ///
    /// @param kept of how many pairs the answers are kept
    static List<Supplier<Answered>> makers(Model model, Fields fields, int kept) {
        int[] sizes =
                model.comparisons().stream().mapToInt(each -> each.answers()).toArray();
        return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> model.comparisons().stream()
                        .map(comparison -> new Answering(comparison, fields))
                        .toArray(Answering[]::new))
                .map(answering -> (Supplier<Answered>) () -> new Answered(
                        answering, IntStream.of(sizes).mapToObj(long[]::new).toArray(long[][]::new), kept))
                .toList();
    }

    @Override
    public void pair(int left, int right) {
        int[] found = new int[answering.length];
        for (int at = 0; at < found.length; at++) {
            found[at] = answering[at].answer(left, right);
            counts[at][found[at]]++;
        }
        if (answers.size() < kept) {
            answers.add(found);
        }
    }

    long[] counts(int comparison) {
        return counts[comparison];
    }

    List<int[]> answers() {
        return answers;
    }
}
