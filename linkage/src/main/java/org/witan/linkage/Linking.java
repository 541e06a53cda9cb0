package org.witan.linkage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.blocking.Blocks;
import org.witan.linkage.blocking.RuleReport;
import org.witan.linkage.cluster.Clustering;
import org.witan.linkage.estimation.Estimating;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.scoring.ScoredPairs;
import org.witan.linkage.scoring.Scoring;
import org.witan.linkage.scoring.Waterfall;
import org.witan.linkage.scoring.Weighing;
import org.witan.linkage.suggestion.Suggesting;

/// The whole way from records to groups, for whoever needs no step of it alone.
///
/// ```java
/// var linked = Linking.of(records).link();
/// linked.outcome().groups();
/// linked.explain(0, 1).sentence();
/// ```
public final class Linking {
    private final Records records;
    private Pairing pairing = Pairing.BOTH;
    private Set<String> without = Set.of();
    private @Nullable Model given;
    private Watcher watcher = (stage, share) -> {};

    /// Hears what is being done and how much of it is done, from 0 to 1.
    public interface Watcher {
        void stage(String stage, double share);
    }

    private Linking(Records records) {
        this.records = records;
    }

    public static Linking of(Records records) {
        return new Linking(records);
    }

    /// Which pairs may match; any two unless it is said.
    public Linking pairing(Pairing which) {
        pairing = which;
        return this;
    }

    /// Columns that must not be compared: ids, and the truth where there is one.
    public Linking without(Set<String> columns) {
        without = Set.copyOf(columns);
        return this;
    }

    /// A model in place of a proposed one. If it has evidence, nothing is learned.
    public Linking with(Model model) {
        given = model;
        return this;
    }

    public Linking watchedBy(Watcher by) {
        watcher = by;
        return this;
    }

    /// What came of it.
    ///
    /// @param model what was used, with its evidence
    /// @param rules what each blocking rule brought
    public record Linked(
            Model model,
            Fields fields,
            Blocks blocks,
            List<RuleReport> rules,
            ScoredPairs pairs,
            Weighing weighing,
            Clustering.Outcome outcome) {

        /// Why two records weigh what they do.
        public Waterfall explain(int left, int right) {
            return Waterfall.of(weighing, Math.min(left, right), Math.max(left, right));
        }
    }

    public Linked link() {
        if (records.size() < 2) {
            throw new UnusableRecords("There must be at least two records to link.");
        }
        watcher.stage("choosing comparisons and blocking rules", 0);
        var chosen = given == null
                ? Suggesting.of(records, without)
                : new Suggesting.Suggested(given, new Fields(records, given.fields()));
        Model model = chosen.model();
        Fields fields = chosen.fields();
        watcher.stage("sorting into blocks", 0);
        var blocks = new Blocks(model, fields, pairing);
        watcher.stage("learning", 0);
        Model learned = model.isEstimated()
                ? model
                : new Estimating(model, fields, pairing, Estimating.Settings.USUAL).estimate(blocks);
        watcher.stage("comparing", 0);
        var scoring = new Scoring(learned, fields, pairing, Scoring.USUAL_LEAST);
        ScoredPairs pairs = scoring.score(blocks, (done, of) -> watcher.stage("comparing", (double) done / of));
        watcher.stage("grouping", 0);
        var weighing = new Weighing(learned, fields, scoring.partners());
        var outcome = new Clustering(weighing, records, pairing).cluster(pairs);
        return new Linked(learned, fields, blocks, blocks.reports(), pairs, weighing, outcome);
    }
}
