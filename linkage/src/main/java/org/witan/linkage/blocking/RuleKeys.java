package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import org.witan.linkage.model.BlockingRule;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;

/// The key of each record under one rule: records with equal keys are compared; 0 is no key.
final class RuleKeys {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long HASH = 0xBF58476D1CE4E5B9L;

    private final List<Column> columns;
    private final List<long[]> parts;
    private final BlockingRule rule;

    RuleKeys(BlockingRule rule, Fields fields) {
        this.rule = rule;
        columns = rule.keys().stream().map(key -> fields.the(key.field())).toList();
        parts = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            parts.add(hashes(columns.get(at), rule.keys().get(at)));
        }
    }

    /// The record's key, with the lowest bits free for the number of its row.
    long of(int row, int rowBits) {
        long key = HASH;
        for (int at = 0; at < parts.size(); at++) {
            int code = columns.get(at).code(row);
            long part = code < 0 ? 0 : part(at, code);
            if (part == 0) {
                return 0;
            }
            key = mixed(key * MIX + part);
        }
        return key >>> rowBits << rowBits;
    }

    /// Also of values that came after the rule was made ready.
    private long part(int at, int code) {
        long[] known = parts.get(at);
        return code < known.length
                ? known[code]
                : hash(rule.keys().get(at).form().of(columns.get(at).value(code)));
    }

    private static long[] hashes(Column column, BlockingRule.Key key) {
        long[] hashes = new long[column.distinct()];
        for (int code = 0; code < hashes.length; code++) {
            hashes[code] = hash(key.form().of(column.value(code)));
        }
        return hashes;
    }

    /// The hash of one part, or 0 of an empty one.
    static long hash(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        long hash = part.length();
        for (int at = 0; at < part.length(); at++) {
            hash = hash * MIX + part.charAt(at);
        }
        return mixed(hash) | 1;
    }

    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * HASH;
        mixed = (mixed ^ (mixed >>> 27)) * MIX;
        return mixed ^ (mixed >>> 31);
    }
}
