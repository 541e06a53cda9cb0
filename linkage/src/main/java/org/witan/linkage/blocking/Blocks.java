package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;

/// The records sorted into blocks under every rule, and a walk through all pairs of one block, each pair once.
///
/// A pair belongs to the first rule that has it: where an earlier rule has both records in one block, a later one
/// passes
/// over them. A block that would bring more pairs than the policy allows is split by further fields, one after the
/// other; what is still too large then is left out, and the rule's report says how many pairs that cost.
public final class Blocks {
    private static final long PAIRS_IN_A_PIECE = 200_000;

    /// Sees pairs, in an order that is always the same.
    public interface Visitor {
        /// Whether it wants to see this pair, if it is one.
        default boolean wants(int left, int right) {
            return true;
        }

        void pair(int rule, int left, int right);
    }

    /// Hears how much is done.
    public interface Watcher {
        void done(long pairs, long of);
    }

    private record Piece(int from, int to) {}

    private final Records records;
    private final Pairing pairing;
    private final int rules;

    /// By row and rule the number of its block, or 0 where it has none: the row is alone, or was left out.
    private final int[] numbers;

    private final List<RuleBlocks> blocks;

    public Blocks(Model model, Fields fields, Pairing pairing) {
        this.records = fields.records();
        this.pairing = pairing;
        this.rules = model.rules().size();
        if ((long) fields.size() * rules > Integer.MAX_VALUE - 8) {
            throw new UnusableRecords("Too many records for so many rules; use fewer rules.");
        }
        this.numbers = new int[fields.size() * rules];
        this.blocks = IntStream.range(0, rules)
                .parallel()
                .mapToObj(rule -> sorted(model, fields, rule))
                .toList();
    }

    private RuleBlocks sorted(Model model, Fields fields, int rule) {
        BlockingRule given = model.rules().get(rule);
        long limit = given.keys().isEmpty() ? Long.MAX_VALUE : model.policy().mostBlockPairs();
        var made = new Splitting(model, fields, given, limit).blocks();
        for (int number = 1; number <= made.size(); number++) {
            for (int at = made.from(number); at < made.to(number); at++) {
                numbers[made.row(at) * rules + rule] = number;
            }
        }
        return made;
    }

    public List<RuleReport> reports() {
        return blocks.stream().map(RuleBlocks::report).toList();
    }

    /// How many pairs each rule has by itself once blocks were split, added up. A pair of several rules counts often.
    public long pairs() {
        return blocks.stream().mapToLong(rule -> rule.report().kept()).sum();
    }

    /// Walks through all pairs, on several threads.
    ///
    /// @param makers one for each thread; each makes a visitor for the next piece of work
    /// @return the visitors, in an order that does not depend on the threads
    public <V extends Visitor> List<V> visit(List<Supplier<V>> makers, Watcher watcher) {
        List<V> all = new ArrayList<>();
        long done = 0;
        long of = Math.max(1, pairs());
        for (int rule = 0; rule < rules; rule++) {
            RuleBlocks sorted = blocks.get(rule);
            int number = rule;
            all.addAll(InPieces.work(pieces(sorted), makers, (piece, visitor) -> walk(sorted, piece, number, visitor)));
            done += sorted.report().kept();
            watcher.done(done, of);
        }
        return all;
    }

    private static List<Piece> pieces(RuleBlocks sorted) {
        List<Piece> pieces = new ArrayList<>();
        int begun = 1;
        long pairs = 0;
        for (int number = 1; number <= sorted.size(); number++) {
            pairs += RuleBlocks.pairs(sorted.to(number) - sorted.from(number));
            if (pairs >= PAIRS_IN_A_PIECE || number == sorted.size()) {
                pieces.add(new Piece(begun, number));
                begun = number + 1;
                pairs = 0;
            }
        }
        return pieces;
    }

    private void walk(RuleBlocks sorted, Piece piece, int rule, Visitor visitor) {
        for (int number = piece.from; number <= piece.to; number++) {
            int to = sorted.to(number);
            for (int a = sorted.from(number); a < to; a++) {
                int left = sorted.row(a);
                for (int b = a + 1; b < to; b++) {
                    int right = sorted.row(b);
                    if (visitor.wants(left, right) && isNew(rule, left, right) && isAllowed(left, right)) {
                        visitor.pair(rule, left, right);
                    }
                }
            }
        }
    }

    private boolean isAllowed(int left, int right) {
        return pairing == Pairing.BOTH || pairing.allows(records.source(left), records.source(right));
    }

    private boolean isNew(int rule, int left, int right) {
        int a = left * rules;
        int b = right * rules;
        for (int earlier = 0; earlier < rule; earlier++) {
            if (numbers[a + earlier] == numbers[b + earlier] && numbers[a + earlier] != 0) {
                return false;
            }
        }
        return true;
    }
}
