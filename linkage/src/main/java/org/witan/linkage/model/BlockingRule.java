package org.witan.linkage.model;

import java.util.List;
import java.util.stream.Collectors;

/// Two records are compared when they have all of these in common. A rule without keys compares every pair.
public record BlockingRule(List<Key> keys) {

    /// A part of a field.
    public record Key(String field, Form form) {
        /// Whether two records that have the other in common have this in common too.
        boolean follows(Key other) {
            return field.equals(other.field) && (form == other.form || other.form == Form.WHOLE);
        }

        @Override
        public String toString() {
            return form == Form.WHOLE ? field : form.notation().replace('-', ' ') + " of " + field;
        }
    }

    public BlockingRule {
        keys = List.copyOf(keys);
    }

    /// A rule on whole fields.
    public static BlockingRule on(String... fields) {
        return new BlockingRule(List.of(fields).stream()
                .map(field -> new Key(field, Form.WHOLE))
                .toList());
    }

    /// Whether this rule brings every pair that the other brings, because it asks for less.
    public boolean includes(BlockingRule other) {
        return keys.size() <= other.keys.size()
                && !equals(other)
                && keys.stream().allMatch(key -> other.keys.stream().anyMatch(key::follows));
    }

    /// In words: "surname and year of date of birth".
    public String name() {
        return keys.isEmpty() ? "every pair" : keys.stream().map(Key::toString).collect(Collectors.joining(" and "));
    }
}
