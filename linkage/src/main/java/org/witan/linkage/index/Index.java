package org.witan.linkage.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.blocking.RecordKeys;
import org.witan.linkage.cluster.Group;
import org.witan.linkage.cluster.Groups;
import org.witan.linkage.cluster.Judging;
import org.witan.linkage.cluster.Verdict;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Records;
import org.witan.linkage.scoring.Bits;
import org.witan.linkage.scoring.Scoring;
import org.witan.linkage.scoring.Waterfall;
import org.witan.linkage.scoring.Weighing;

/// Known records, to which others are added one at a time; groups are right after each.
///
/// The model does not learn from what is added; how common a value is does follow. Not for several threads at once.
public final class Index {
    /// A block with more records than this tells too little to look through for one record.
    private static final int LARGEST_BLOCK = 5_000;

    /// How common values are is counted again when one in so many records is new.
    private static final int COUNTED_AGAIN = 8;

    private final Records records;
    private final Fields fields;
    private final Pairing pairing;
    private final Weighing weighing;
    private final Judging judging;
    private final Groups groups;
    private final RecordKeys keys;
    private final List<Map<Long, Block>> blocks = new ArrayList<>();
    private int counted;

    /// A record that may be the same as the one asked about.
    public record Match(int row, double weight, Verdict verdict, Waterfall waterfall) {
        public double probability() {
            return Bits.probability(weight);
        }
    }

    /// What came of adding a record.
    ///
    /// @param matches the heaviest first, those that are linked or for review
    /// @param group the group that the record is now in
    public record Added(int row, List<Match> matches, Group group) {
        public Added {
            matches = List.copyOf(matches);
        }
    }

    private static final class Block {
        private int[] rows = new int[2];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }
    }

    /// @param records with the columns that the model names; those already in it are linked with one another
    public Index(Model model, Records records, Pairing pairing) {
        this.records = records;
        this.pairing = pairing;
        fields = new Fields(records, model.fields());
        weighing = new Weighing(model, fields, Scoring.partners(model, fields, pairing));
        judging = new Judging(weighing);
        groups = new Groups(judging, 0);
        keys = new RecordKeys(model, fields);
        counted = fields.size();
        model.rules().forEach(rule -> blocks.add(new HashMap<>()));
        for (int row = 0; row < fields.size(); row++) {
            groups.cover(row + 1);
            link(row, matches(row));
            enter(row);
        }
    }

    /// Adds a record, links it and brings its group up to date.
    public Added add(String id, int source, @Nullable String... values) {
        int row = records.add(id, source, values);
        fields.follow();
        if (row - counted > counted / COUNTED_AGAIN) {
            counted = row;
            weighing.follow(fields, Scoring.partners(weighing.model(), fields, pairing));
        }
        groups.cover(row + 1);
        List<Match> matches = matches(row);
        link(row, matches);
        enter(row);
        int group = groups.of(row);
        return new Added(
                row,
                matches,
                new Group(Arrays.stream(groups.rows(group)).boxed().toList(), groups.attention(group)));
    }

    public Group groupOf(int row) {
        int group = groups.of(row);
        return new Group(Arrays.stream(groups.rows(group)).boxed().toList(), groups.attention(group));
    }

    private void link(int row, List<Match> matches) {
        for (Match match : matches) {
            if (match.verdict.decision() == Verdict.Decision.LINK) {
                groups.join(match.row, row);
            }
        }
    }

    private List<Match> matches(int row) {
        List<Match> matches = new ArrayList<>();
        for (int other : candidates(row)) {
            if (pairing.allows(records.source(other), records.source(row))) {
                double weight = weighing.weight(other, row);
                Verdict verdict = judging.verdict(other, row, weight);
                if (verdict.decision() != Verdict.Decision.APART) {
                    matches.add(new Match(other, weight, verdict, Waterfall.of(weighing, other, row)));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::weight).reversed().thenComparingInt(Match::row));
        return matches;
    }

    private SortedSet<Integer> candidates(int row) {
        var candidates = new TreeSet<Integer>();
        for (int rule = 0; rule < blocks.size(); rule++) {
            Block block = blocks.get(rule).get(keys.of(rule, row));
            if (block != null && block.size <= LARGEST_BLOCK) {
                for (int at = 0; at < block.size; at++) {
                    candidates.add(block.rows[at]);
                }
            }
        }
        return candidates;
    }

    private void enter(int row) {
        for (int rule = 0; rule < blocks.size(); rule++) {
            long key = keys.of(rule, row);
            if (key != 0) {
                blocks.get(rule).computeIfAbsent(key, _ -> new Block()).add(row);
            }
        }
    }
}
