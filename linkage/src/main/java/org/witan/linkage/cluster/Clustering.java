package org.witan.linkage.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.witan.linkage.model.Pairing;
import org.witan.linkage.record.Records;
import org.witan.linkage.scoring.ScoredPairs;
import org.witan.linkage.scoring.Weighing;

/// Makes groups of scored pairs: the strongest link first, each only if the groups hold together.
public record Clustering(Weighing weighing, Records records, Pairing pairing) {

    /// A pair that a person should look at.
    ///
    /// @param reason why it was not linked
    public record Review(int left, int right, double weight, String reason) {}

    /// Groups, and what is left for people to decide.
    public record Outcome(List<Group> groups, List<Review> reviews) {
        public Outcome {
            groups = List.copyOf(groups);
            reviews = List.copyOf(reviews);
        }
    }

    public Outcome cluster(ScoredPairs pairs) {
        var judging = new Judging(weighing);
        var groups = new Groups(judging, records.size());
        List<Review> reviews = new ArrayList<>();
        for (int pair : pairs.heaviestFirst()) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            double weight = pairs.weight(pair);
            Verdict verdict = judging.verdict(left, right, weight);
            switch (verdict.decision()) {
                case LINK -> {
                    if (!groups.join(left, right)) {
                        reviews.add(new Review(left, right, weight, "Their groups do not match on the whole."));
                    }
                }
                case REVIEW -> reviews.add(new Review(left, right, weight, verdict.reason()));
                case APART -> {}
            }
        }
        reviews.removeIf(review -> settles(review, groups));
        markTwins(groups);
        return new Outcome(groups.all(), reviews);
    }

    /// A pair that is likely and no more is linked where a group of several records speaks for it as a whole.
    private static boolean settles(Review review, Groups groups) {
        return review.reason.isEmpty()
                ? groups.joinIfSupported(review.left, review.right)
                : groups.of(review.left) == groups.of(review.right);
    }

    /// Where lists have no duplicates, a group with two records of one list is broken.
    private void markTwins(Groups groups) {
        if (pairing != Pairing.BETWEEN) {
            return;
        }
        for (Group group : groups.all()) {
            Set<Integer> sources = new HashSet<>();
            for (int row : group.rows()) {
                if (!sources.add(records.source(row))) {
                    groups.mark(row, "Two records of one list are in it, and that list should have no duplicates.");
                }
            }
        }
    }
}
