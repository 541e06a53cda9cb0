package org.witan.linkage.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.blocking.RecordKeys;
import org.witan.linkage.cluster.Judging;
import org.witan.linkage.cluster.Verdict;
import org.witan.linkage.model.Model;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.scoring.Bits;
import org.witan.linkage.scoring.Waterfall;
import org.witan.linkage.scoring.Weighing;

/// Compares records that are kept elsewhere, such as in a database: it keeps none itself.
///
/// ```java
/// var matcher = new Matcher(ModelFile.read(json), commonness);
/// List<String> keys = matcher.keys(record);           // store them; records with a key in common are candidates
/// List<Match> matches = matcher.matches(record, candidates);
/// matches.getFirst().verdict().decision();            // LINK, REVIEW or APART
/// matches.getFirst().waterfall().steps();             // what each comparison says, and its bits
/// ```
///
/// A record is its values by the names of the model's columns. A column without a value is not given; what the model
/// does not know is passed over. May be used by several threads at once.
public final class Matcher {
    private final Model model;
    private final Commonness commonness;
    private final List<String> columns;

    /// What two records are to one another.
    ///
    /// @param weight in bits, the prior included
    public record Match(double weight, Verdict verdict, Waterfall waterfall) {
        public double probability() {
            return Bits.probability(weight);
        }
    }

    /// @param model with its evidence
    public Matcher(Model model, Commonness commonness) {
        if (!model.isEstimated()) {
            throw new UnusableRecords("The model has no evidence yet; link records with it first.");
        }
        this.model = model;
        this.commonness = commonness;
        this.columns = model.fields().stream()
                .flatMap(field -> field.columns().stream())
                .distinct()
                .toList();
    }

    /// The columns that the model reads.
    public List<String> columns() {
        return columns;
    }

    /// The record's keys under the model's blocking rules. They hold no value in clear, but tell who has the same.
    public List<String> keys(Map<String, ? extends @Nullable String> record) {
        return new RecordKeys(model, new Fields(records(List.of(record)), model.fields())).texts(0);
    }

    /// The record's fields as they are compared, those that are given.
    public Map<String, String> written(Map<String, ? extends @Nullable String> record) {
        var fields = new Fields(records(List.of(record)), model.fields());
        Map<String, String> written = new LinkedHashMap<>();
        for (Field field : model.fields()) {
            String value = fields.the(field.name()).at(0);
            if (value != null) {
                written.put(field.name(), value);
            }
        }
        return written;
    }

    /// Compares two records.
    public Match match(Map<String, ? extends @Nullable String> left, Map<String, ? extends @Nullable String> right) {
        return matches(left, List.of(right)).getFirst();
    }

    /// Compares a record with each of the others, in their order.
    public List<Match> matches(
            Map<String, ? extends @Nullable String> record,
            List<? extends Map<String, ? extends @Nullable String>> others) {
        List<Map<String, ? extends @Nullable String>> all = new ArrayList<>();
        all.add(record);
        all.addAll(others);
        var fields = new Fields(records(all), model.fields(), commonness);
        var weighing = new Weighing(model, fields, model.prior() * Math.max(0, commonness.records() - 1));
        var judging = new Judging(weighing);
        List<Match> matches = new ArrayList<>();
        for (int row = 1; row < fields.size(); row++) {
            double weight = weighing.weight(0, row);
            matches.add(new Match(weight, judging.verdict(0, row, weight), Waterfall.of(weighing, 0, row)));
        }
        return matches;
    }

    private Records records(List<? extends Map<String, ? extends @Nullable String>> all) {
        var records = new Records(columns);
        for (Map<String, ? extends @Nullable String> values : all) {
            String[] row = new String[columns.size()];
            for (int at = 0; at < row.length; at++) {
                String value = values.get(columns.get(at));
                row[at] = value == null ? "" : value.strip();
            }
            records.add("", 0, row);
        }
        return records;
    }
}
