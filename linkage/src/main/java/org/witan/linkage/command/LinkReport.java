package org.witan.linkage.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.Linking;
import org.witan.linkage.accuracy.Accuracy;
import org.witan.linkage.accuracy.Calibration;
import org.witan.linkage.accuracy.Truth;
import org.witan.linkage.blocking.RuleReport;
import org.witan.linkage.cluster.Group;
import org.witan.linkage.model.Json;

/// What a run says about itself.
///
/// @param truth where it is known, it is measured against
record LinkReport(Linking.Linked linked, @Nullable Truth truth) {
    private static final List<Double> THRESHOLDS = List.of(0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999);

    private long several() {
        return linked.outcome().groups().stream()
                .filter(group -> group.rows().size() > 1)
                .count();
    }

    private long attention() {
        return linked.outcome().groups().stream()
                .filter(group -> group.attention() != null)
                .count();
    }

    String text() {
        var text = new StringBuilder();
        text.append("%,d records, %,d pairs that may match%n"
                .formatted(linked.fields().size(), linked.pairs().size()));
        text.append("%,d groups of two or more records, %,d of all need attention; %,d pairs for people to decide%n"
                .formatted(several(), attention(), linked.outcome().reviews().size()));
        text.append("Compared because of:%n".formatted());
        linked.rules().forEach(rule -> text.append("  %s%n".formatted(rule.sentence())));
        if (truth != null) {
            accuracy(text, truth);
        }
        return text.toString();
    }

    private void accuracy(StringBuilder text, Truth known) {
        List<Accuracy> all = Accuracy.atEach(linked.pairs(), known);
        text.append(
                "Against the truth: %,d true pairs, those that no rule brought among them%n".formatted(known.pairs()));
        text.append("  probability  precision   recall       F1%n".formatted());
        for (double threshold : THRESHOLDS) {
            text.append("%s%n".formatted(row(Accuracy.at(threshold, all, known))));
        }
        text.append("%s  best%n".formatted(row(Accuracy.best(all))));
        text.append("%s  pairs within a group%n".formatted(row(Accuracy.ofGroups(rows(), known))));
        Calibration top = Calibration.inTenths(linked.pairs(), known).getLast();
        text.append("  of %,d pairs given 0.9 to 1.0 (mean %.4f), %.4f match%n"
                .formatted(top.pairs(), top.mean(), top.matching()));
    }

    private List<List<Integer>> rows() {
        return linked.outcome().groups().stream().map(Group::rows).toList();
    }

    private static String row(Accuracy at) {
        return String.format(
                Locale.ROOT, "  %11.4f  %9.5f  %7.5f  %7.5f", at.probability(), at.precision(), at.recall(), at.f1());
    }

    String json() {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("records", linked.fields().size());
        report.put("pairs", linked.pairs().size());
        report.put("clusters_of_two_or_more", several());
        report.put("clusters_needing_attention", attention());
        report.put("reviews", linked.outcome().reviews().size());
        report.put("prior", linked.model().prior());
        report.put("blocking", linked.rules().stream().map(LinkReport::rule).toList());
        if (truth != null) {
            List<Accuracy> all = Accuracy.atEach(linked.pairs(), truth);
            report.put("true_pairs", truth.pairs());
            report.put(
                    "thresholds",
                    THRESHOLDS.stream()
                            .map(threshold -> accuracy(Accuracy.at(threshold, all, truth)))
                            .toList());
            report.put("best", accuracy(Accuracy.best(all)));
            report.put("clusters", accuracy(Accuracy.ofGroups(rows(), truth)));
            Calibration top = Calibration.inTenths(linked.pairs(), truth).getLast();
            report.put("calibration", Map.of("pairs", top.pairs(), "mean", top.mean(), "matching", top.matching()));
        }
        return Json.write(report);
    }

    private static Map<String, Object> rule(RuleReport rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.rule());
        map.put("pairs", rule.pairs());
        map.put("largest_block", rule.largest());
        map.put("split_blocks", rule.split());
        map.put("left_out", rule.leftOut());
        return map;
    }

    private static Map<String, Object> accuracy(Accuracy at) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("probability", at.probability());
        map.put("precision", at.precision());
        map.put("recall", at.recall());
        map.put("f1", at.f1());
        return map;
    }
}
