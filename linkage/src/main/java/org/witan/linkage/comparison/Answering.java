package org.witan.linkage.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// Answers one comparison for any two records. One object serves one thread.
public final class Answering {

    /// A level that spans fields.
    private interface PairTest {
        boolean holds(int left, int right);
    }

    /// What [#atOnce] says where the values must be compared.
    public static final int UNKNOWN = -1;

    private final Comparison comparison;
    private final @Nullable Column same;
    private final Column[] given;
    private final FieldLevels[] byField;
    private final int[] spanning;
    private final PairTest[] spanningTests;

    public Answering(Comparison comparison, Fields fields) {
        ValueTest[] tests = tests(comparison, fields);
        this.comparison = comparison;
        Level first = comparison.levels().getFirst();
        same = first.alike() == Alike.SAME ? fields.the(first.fields().getFirst()) : null;
        given = comparison.fields().stream().map(fields::the).toArray(Column[]::new);
        Map<String, List<Integer>> answers = new LinkedHashMap<>();
        List<Integer> span = new ArrayList<>();
        for (int answer = 1; answer <= comparison.levels().size(); answer++) {
            Level level = comparison.levels().get(answer - 1);
            if (level.alike().spansFields()) {
                span.add(answer);
            } else {
                answers.computeIfAbsent(level.fields().getFirst(), _ -> new ArrayList<>())
                        .add(answer);
            }
        }
        byField = answers.entrySet().stream()
                .map(entry -> new FieldLevels(
                        fields.the(entry.getKey()),
                        entry.getValue().stream().mapToInt(answer -> answer).toArray(),
                        entry.getValue().stream()
                                .map(answer -> tests[answer - 1])
                                .toArray(ValueTest[]::new)))
                .toArray(FieldLevels[]::new);
        spanning = span.stream().mapToInt(answer -> answer).toArray();
        spanningTests = span.stream()
                .map(answer -> spanning(comparison.levels().get(answer - 1), fields))
                .toArray(PairTest[]::new);
    }

    private static ValueTest[] tests(Comparison comparison, Fields fields) {
        return comparison.levels().stream()
                .map(level ->
                        level.alike().spansFields() ? (ValueTest) (left, right) -> false : ValueTests.of(level, fields))
                .toArray(ValueTest[]::new);
    }

    /// The answer: [Comparison#NOT_GIVEN], a level counted from 1, or [Comparison#differs()].
    public int answer(int left, int right) {
        if (!isGiven(left, right)) {
            return Comparison.NOT_GIVEN;
        }
        int answer = comparison.differs();
        for (FieldLevels levels : byField) {
            answer = levels.first(left, right, answer);
        }
        for (int at = 0; at < spanning.length && spanning[at] < answer; at++) {
            if (spanningTests[at].holds(left, right)) {
                return spanning[at];
            }
        }
        return answer;
    }

    /// The answer where it can be had without a look at any value, else [#UNKNOWN]: not given, or the same.
    public int atOnce(int left, int right) {
        if (same != null) {
            int code = same.code(left);
            if (code >= 0 && code == same.code(right)) {
                return 1;
            }
        }
        return isGiven(left, right) ? UNKNOWN : Comparison.NOT_GIVEN;
    }

    /// What it costs to find the answer, roughly, where 1 is the cost of comparing two numbers.
    public int cost() {
        return comparison.levels().stream()
                .mapToInt(level -> level.alike().cost())
                .sum();
    }

    private boolean isGiven(int left, int right) {
        for (Column column : given) {
            if (column.code(left) >= 0 && column.code(right) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static PairTest spanning(Level level, Fields fields) {
        Column[] columns = level.fields().stream().map(fields::the).toArray(Column[]::new);
        return switch (level.alike()) {
            case SWAPPED ->
                level.limit() == 0
                        ? swapped(fields, columns[0], columns[1])
                        : nearlySwapped(fields, columns[0], columns[1], level.limit());
            case FOUND_IN -> foundIn(fields, columns[0], columns[1]);
            case PARTS_AGREE -> (left, right) -> agreeing(columns, left, right) >= level.limit();
            default -> throw new IllegalArgumentException(level.alike() + " looks at one field");
        };
    }

    /// Numbers of values differ between columns, so texts are compared.
    private static PairTest swapped(Fields fields, Column one, Column other) {
        Sketches ones = new Made(fields, one).sketches("text", Fingerprint::of);
        Sketches others = new Made(fields, other).sketches("text", Fingerprint::of);
        return (left, right) -> isSame(ones, one.code(left), others, other.code(right))
                && isSame(others, other.code(left), ones, one.code(right))
                && Objects.equals(one.at(left), other.at(right))
                && Objects.equals(other.at(left), one.at(right));
    }

    private static PairTest nearlySwapped(Fields fields, Column one, Column other, double limit) {
        Sketches ones = new Made(fields, one).sketches("text", Fingerprint::of);
        Sketches others = new Made(fields, other).sketches("text", Fingerprint::of);
        Words oneWords = new Made(fields, one).words();
        Words otherWords = new Made(fields, other).words();
        return (left, right) -> (isSame(ones, one.code(left), others, other.code(right))
                        && isNear(limit, otherWords, other.code(left), oneWords, one.code(right)))
                || (isSame(others, other.code(left), ones, one.code(right))
                        && isNear(limit, oneWords, one.code(left), otherWords, other.code(right)));
    }

    private static boolean isNear(double limit, Words ones, int one, Words others, int other) {
        return one >= 0 && other >= 0 && Words.isAtLeast(limit, ones, one, others, other);
    }

    private static boolean isSame(Sketches ones, int one, Sketches others, int other) {
        return one >= 0 && other >= 0 && ones.of(one) == others.of(other);
    }

    private static PairTest foundIn(Fields fields, Column one, Column other) {
        Prepared<Set<String>> ones = new Made(fields, one).prepared("long words", ValueTests::longWords);
        Prepared<Set<String>> others = new Made(fields, other).prepared("long words", ValueTests::longWords);
        return (left, right) -> meet(ones, one.code(left), others, other.code(right))
                || meet(ones, one.code(right), others, other.code(left));
    }

    private static boolean meet(Prepared<Set<String>> ones, int one, Prepared<Set<String>> others, int other) {
        return one >= 0 && other >= 0 && ValueTests.meet(ones.of(one), others.of(other));
    }

    private static int agreeing(Column[] columns, int left, int right) {
        int agreeing = 0;
        for (Column column : columns) {
            agreeing += column.code(left) >= 0 && column.code(left) == column.code(right) ? 1 : 0;
        }
        return agreeing;
    }
}
