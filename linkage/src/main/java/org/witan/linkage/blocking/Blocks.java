package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Form;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Records;

/// The records sorted into blocks under every rule, and a walk through all pairs of one block, each pair once.
///
/// A pair belongs to the first rule that has it: where an earlier rule gives both records the same key, a later one
/// passes over them. A block that would bring more pairs than the policy allows is split by further fields, one after
/// the other; what is still too large then is left out, and the rule's report says how many pairs that cost.
public final class Blocks {
    private static final long PAIRS_IN_A_PIECE = 200_000;

    /// Sees pairs, in an order that is always the same.
    public interface Visitor {
        void pair(int rule, int left, int right);
    }

    /// Hears how much is done.
    public interface Watcher {
        void done(long pairs, long of);
    }

    private record Piece(int from, int to) {}

    private final Records records;
    private final Pairing pairing;
    private final int size;
    private final int rules;
    private final int rowBits;
    private final long[] keys;
    private final List<RuleReport> reports = new ArrayList<>();

    public Blocks(Model model, Fields fields, Pairing pairing) {
        this.records = fields.records();
        this.pairing = pairing;
        this.size = fields.size();
        this.rules = model.rules().size();
        this.rowBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1)));
        if ((long) size * rules > Integer.MAX_VALUE - 8) {
            throw new org.witan.linkage.record.UnusableRecords("Too many records for so many rules; use fewer rules.");
        }
        this.keys = new long[size * rules];
        for (int rule = 0; rule < rules; rule++) {
            reports.add(fill(rule, model, fields));
        }
    }

    public List<RuleReport> reports() {
        return List.copyOf(reports);
    }

    /// How many pairs each rule has by itself once blocks were split, added up. A pair of several rules counts often.
    public long pairs() {
        return reports.stream()
                .mapToLong(report -> report.pairs() - report.leftOut())
                .sum();
    }

    private RuleReport fill(int rule, Model model, Fields fields) {
        BlockingRule given = model.rules().get(rule);
        var made = new RuleKeys(given, fields);
        for (int row = 0; row < size; row++) {
            keys[row * rules + rule] = made.of(row, rowBits);
        }
        long limit = given.keys().isEmpty() ? Long.MAX_VALUE : model.policy().mostBlockPairs();
        return new Splitting(rule, given, limit, splitters(given, model, fields)).report();
    }

    /// Whole fields that are not in the rule already, those with the most distinct values first.
    private static List<RuleKeys> splitters(BlockingRule rule, Model model, Fields fields) {
        return model.fields().stream()
                .filter(field ->
                        rule.keys().stream().noneMatch(key -> key.field().equals(field.name())))
                .sorted((left, right) -> Integer.compare(
                        fields.the(right.name()).distinct(),
                        fields.the(left.name()).distinct()))
                .limit(4)
                .map(field ->
                        new RuleKeys(new BlockingRule(List.of(new BlockingRule.Key(field.name(), Form.WHOLE))), fields))
                .toList();
    }

    /// Rows with a key, sorted by it: the key in the high bits, the row in the low.
    private long[] sorted(int rule) {
        long[] sorted = new long[size];
        int with = 0;
        for (int row = 0; row < size; row++) {
            long key = keys[row * rules + rule];
            if (key != 0) {
                sorted[with++] = key | row;
            }
        }
        long[] exact = with == size ? sorted : Arrays.copyOf(sorted, with);
        Arrays.parallelSort(exact);
        return exact;
    }

    private int row(long entry) {
        return (int) (entry & ((1L << rowBits) - 1));
    }

    private int end(long[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >>> rowBits == sorted[from] >>> rowBits) {
            to++;
        }
        return to;
    }

    private static long pairsOf(long records) {
        return records * (records - 1) / 2;
    }

    /// Splits the blocks of one rule that are too large.
    private final class Splitting {
        private final int rule;
        private final BlockingRule given;
        private final long limit;
        private final List<RuleKeys> splitters;
        private long pairs;
        private int largest;
        private int split;
        private long kept;

        Splitting(int rule, BlockingRule given, long limit, List<RuleKeys> splitters) {
            this.rule = rule;
            this.given = given;
            this.limit = limit;
            this.splitters = splitters;
        }

        RuleReport report() {
            long[] sorted = sorted(rule);
            for (int from = 0; from < sorted.length; ) {
                int to = end(sorted, from);
                long brings = pairsOf(to - from);
                pairs += brings;
                largest = Math.max(largest, to - from);
                if (brings > limit) {
                    split++;
                    split(
                            Arrays.stream(sorted, from, to)
                                    .mapToInt(Blocks.this::row)
                                    .toArray(),
                            0);
                } else {
                    kept += brings;
                }
                from = to;
            }
            return new RuleReport(given.name(), pairs, largest, split, pairs - kept);
        }

        private void split(int[] rows, int depth) {
            if (depth == splitters.size()) {
                for (int row : rows) {
                    keys[row * rules + rule] = 0;
                }
                return;
            }
            long[] finer = new long[rows.length];
            for (int at = 0; at < rows.length; at++) {
                long part = splitters.get(depth).of(rows[at], rowBits);
                int place = rows[at] * rules + rule;
                keys[place] = part == 0 ? 0 : RuleKeys.mixed(keys[place] + part) >>> rowBits << rowBits;
                finer[at] = keys[place] | rows[at];
            }
            Arrays.sort(finer);
            for (int from = 0; from < finer.length; ) {
                int to = end(finer, from);
                if (finer[from] >>> rowBits != 0) {
                    settle(
                            Arrays.stream(finer, from, to)
                                    .mapToInt(Blocks.this::row)
                                    .toArray(),
                            depth);
                }
                from = to;
            }
        }

        private void settle(int[] rows, int depth) {
            if (pairsOf(rows.length) > limit) {
                split(rows, depth + 1);
            } else {
                kept += pairsOf(rows.length);
            }
        }
    }

    /// Walks through all pairs, on several threads.
    ///
    /// @param makers one for each thread; each makes a visitor for the next piece of work
    /// @return the visitors, in an order that does not depend on the threads
    public <V extends Visitor> List<V> visit(List<java.util.function.Supplier<V>> makers, Watcher watcher) {
        List<V> all = new ArrayList<>();
        long done = 0;
        long of = Math.max(1, pairs());
        for (int rule = 0; rule < rules; rule++) {
            long[] sorted = sorted(rule);
            int number = rule;
            all.addAll(InPieces.work(pieces(sorted), makers, (piece, visitor) -> walk(sorted, piece, number, visitor)));
            done += reports.get(rule).pairs() - reports.get(rule).leftOut();
            watcher.done(done, of);
        }
        return all;
    }

    private List<Piece> pieces(long[] sorted) {
        List<Piece> pieces = new ArrayList<>();
        int begun = 0;
        long pairs = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from);
            pairs += pairsOf(to - from);
            if (pairs >= PAIRS_IN_A_PIECE || to == sorted.length) {
                pieces.add(new Piece(begun, to));
                begun = to;
                pairs = 0;
            }
            from = to;
        }
        return pieces;
    }

    private void walk(long[] sorted, Piece piece, int rule, Visitor visitor) {
        for (int from = piece.from; from < piece.to; ) {
            int to = end(sorted, from);
            for (int a = from; a < to; a++) {
                int left = row(sorted[a]);
                for (int b = a + 1; b < to; b++) {
                    int right = row(sorted[b]);
                    if (pairing.allows(records.source(left), records.source(right)) && isNew(rule, left, right)) {
                        visitor.pair(rule, left, right);
                    }
                }
            }
            from = to;
        }
    }

    /// Rows of one key are in the order of their numbers, so `left` is the smaller.
    private boolean isNew(int rule, int left, int right) {
        int a = left * rules;
        int b = right * rules;
        for (int earlier = 0; earlier < rule; earlier++) {
            if (keys[a + earlier] == keys[b + earlier] && keys[a + earlier] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether any rule of the first `limit` brings the pair.
    public boolean brings(int left, int right) {
        return !isNew(rules, left, right);
    }

    /// Which rules bring a pair, one bit for each of the first 64.
    public long rulesOf(int left, int right) {
        long found = 0;
        for (int rule = 0; rule < Math.min(rules, Long.SIZE); rule++) {
            long key = keys[left * rules + rule];
            found |= key != 0 && key == keys[right * rules + rule] ? 1L << rule : 0;
        }
        return found;
    }
}
