package org.witan.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records in groups that grow by links, one link at a time.
///
/// Two groups are joined only if their records match on the whole: a single strong link between two groups that
/// otherwise differ is refused, and both are marked. So one bad link cannot draw two people into one.
public final class Groups {
    private static final int LOOKED_AT = 24;
    private static final double MOST = 10;

    private final Judging judging;
    private int[] group = new int[16];
    private int rows;

    /// By group, its rows; only groups of two or more are kept here.
    private final Map<Integer, int[]> members = new HashMap<>();

    private final Map<Integer, String> reasons = new HashMap<>();

    public Groups(Judging judging, int rows) {
        this.judging = judging;
        cover(rows);
    }

    /// Takes in rows up to this number, each in a group of its own.
    public void cover(int upTo) {
        if (upTo > group.length) {
            group = Arrays.copyOf(group, Math.max(upTo, group.length * 2));
        }
        for (int row = rows; row < upTo; row++) {
            group[row] = row;
        }
        rows = Math.max(rows, upTo);
    }

    /// The number of the row's group: the smallest row that was in it when it began.
    public int of(int row) {
        return group[row];
    }

    public int[] rows(int number) {
        int[] known = members.get(number);
        return known == null ? new int[] {number} : known.clone();
    }

    /// Why the group needs a person's attention, or null.
    public @Nullable String attention(int number) {
        return reasons.get(number);
    }

    /// Joins the groups of two linked rows, unless they do not hold together.
    ///
    /// @return whether the two rows are now in one group
    public boolean join(int left, int right) {
        int one = group[left];
        int other = group[right];
        if (one == other) {
            return true;
        }
        int[] ones = rows(one);
        int[] others = rows(other);
        if (ones.length * (long) others.length > 1 && !holdTogether(ones, others)) {
            String reason = "A strong link leads to another group whose records otherwise differ.";
            reasons.putIfAbsent(one, reason);
            reasons.putIfAbsent(other, reason);
            return false;
        }
        merge(one, ones, other, others);
        return true;
    }

    /// Joins the groups of two rows that are likely the same, if one of the groups has several records and all of them
    /// together speak for it.
    boolean joinIfSupported(int left, int right) {
        int[] ones = rows(group[left]);
        int[] others = rows(group[right]);
        if (group[left] != group[right] && ones.length * (long) others.length > 1 && holdTogether(ones, others)) {
            merge(group[left], ones, group[right], others);
        }
        return group[left] == group[right];
    }

    /// Marks the group of this row.
    void mark(int row, String reason) {
        reasons.putIfAbsent(group[row], reason);
    }

    private void merge(int one, int[] ones, int other, int[] others) {
        int kept = Math.min(one, other);
        int gone = Math.max(one, other);
        int[] all = Arrays.copyOf(ones, ones.length + others.length);
        System.arraycopy(others, 0, all, ones.length, others.length);
        Arrays.sort(all);
        for (int row : all) {
            group[row] = kept;
        }
        members.remove(gone);
        members.put(kept, all);
        String reason = reasons.remove(gone);
        if (reason != null) {
            reasons.putIfAbsent(kept, reason);
        }
    }

    /// The mean weight between the two groups, over some of their pairs, none counted for more than 10 bits.
    private boolean holdTogether(int[] ones, int[] others) {
        long pairs = (long) ones.length * others.length;
        long step = Math.max(1, pairs / LOOKED_AT);
        double sum = 0;
        int looked = 0;
        for (long pair = 0; pair < pairs; pair += step) {
            int left = ones[(int) (pair % ones.length)];
            int right = others[(int) (pair / ones.length)];
            double weight = judging.weight(Math.min(left, right), Math.max(left, right));
            sum += Math.clamp(weight, -MOST, MOST);
            looked++;
        }
        return sum / looked >= 0;
    }

    /// All groups, also those of one record, by their smallest row.
    public List<Group> all() {
        List<Group> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int number = group[row];
            int[] found = members.get(number);
            if (found == null || found[0] == row) {
                int[] in = rows(number);
                all.add(new Group(Arrays.stream(in).boxed().toList(), reasons.get(number)));
            }
        }
        return all;
    }
}
