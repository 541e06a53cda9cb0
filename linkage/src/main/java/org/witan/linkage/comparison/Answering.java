package org.witan.linkage.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;

/// Answers one comparison for any two records. One object serves one thread.
public final class Answering {

    /// A level that spans fields.
    private interface PairTest {
        boolean holds(int left, int right);
    }

    private final Comparison comparison;
    private final Column[] given;
    private final FieldLevels[] byField;
    private final int[] spanning;
    private final PairTest[] spanningTests;

    public Answering(Comparison comparison, Fields fields) {
        this(comparison, fields, tests(comparison, fields));
    }

    private Answering(Comparison comparison, Fields fields, ValueTest[] tests) {
        this.comparison = comparison;
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

    /// Another that shares what was made of the values, for another thread.
    public static List<Answering> several(Comparison comparison, Fields fields, int threads) {
        ValueTest[] tests = tests(comparison, fields);
        List<Answering> several = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            several.add(new Answering(comparison, fields, tests));
        }
        return several;
    }

    private static ValueTest[] tests(Comparison comparison, Fields fields) {
        return comparison.levels().stream()
                .map(level -> level.alike().spansFields()
                        ? (ValueTest) (left, right) -> false
                        : ValueTests.of(level, fields.the(level.fields().getFirst())))
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
            case SWAPPED -> swapped(columns[0], columns[1]);
            case FOUND_IN -> foundIn(columns[0], columns[1]);
            case PARTS_AGREE -> (left, right) -> agreeing(columns, left, right) >= level.limit();
            default -> throw new IllegalArgumentException(level.alike() + " looks at one field");
        };
    }

    /// Numbers of values differ between columns, so texts are compared.
    private static PairTest swapped(Column one, Column other) {
        return (left, right) -> equal(one.at(left), other.at(right)) && equal(other.at(left), one.at(right));
    }

    private static boolean equal(
            @org.jspecify.annotations.Nullable String left, @org.jspecify.annotations.Nullable String right) {
        return left != null && left.equals(right);
    }

    private static PairTest foundIn(Column one, Column other) {
        var ones = new Prepared<Set<String>>(one, ValueTests::longWords);
        var others = new Prepared<Set<String>>(other, ValueTests::longWords);
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
