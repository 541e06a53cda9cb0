package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Fingerprint;

/// The key of each record under one rule: records with equal keys are compared; 0 is no key.
final class RuleKeys {
    /// The key of a rule that asks for nothing.
    private static final long EVERY = 0xBF58476D1CE4E5B9L;

    private final List<Column> columns;
    private final List<long[]> parts;
    private final BlockingRule rule;

    RuleKeys(BlockingRule rule, Fields fields) {
        this.rule = rule;
        columns = rule.keys().stream().map(key -> fields.the(key.field())).toList();
        parts = new ArrayList<>();
        rule.keys().forEach(key -> parts.add(hashes(fields, key)));
    }

    /// The record's key, with the lowest bits free for the number of its row.
    long of(int row, int rowBits) {
        long key = EVERY;
        for (int at = 0; at < parts.size(); at++) {
            int code = columns.get(at).code(row);
            long part = code < 0 ? 0 : part(at, code);
            if (part == 0) {
                return 0;
            }
            key = Fingerprint.with(key, part);
        }
        return key >>> rowBits << rowBits;
    }

    /// Also of values that came after the rule was made ready.
    private long part(int at, int code) {
        long[] known = parts.get(at);
        return code < known.length
                ? known[code]
                : Fingerprint.of(rule.keys().get(at).form().of(columns.get(at).value(code)));
    }

    /// The parts of all values that are known now, made once for all rules that ask for them.
    private static long[] hashes(Fields fields, BlockingRule.Key key) {
        Column column = fields.the(key.field());
        return fields.made(key, () -> {
            long[] hashes = new long[column.distinct()];
            Arrays.parallelSetAll(hashes, code -> Fingerprint.of(key.form().of(column.value(code))));
            return hashes;
        });
    }
}
