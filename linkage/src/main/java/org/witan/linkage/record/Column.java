package org.witan.linkage.record;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One column: for each row the number of its value, or [#NONE] where nothing was given.
///
/// Rows are only ever added. A value's number never changes.
public final class Column {
    /// The number of a value that was not given.
    public static final int NONE = -1;

    private final String name;
    private final Values values = new Values();
    private int[] codes = new int[16];
    private int[] counts = new int[16];
    private int rows;
    private int given;
    private @Nullable Commonness among;

    public Column(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// Adds a row. An empty text counts as not given.
    public int add(@Nullable String value) {
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, rows * 2);
        }
        int code = value == null || value.isEmpty() ? NONE : values.number(value);
        codes[rows++] = code;
        if (code >= 0) {
            if (code >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(counts.length * 2, code + 1));
            }
            counts[code]++;
            given++;
        }
        return code;
    }

    public int rows() {
        return rows;
    }

    /// The number of the row's value, or [#NONE].
    public int code(int row) {
        return codes[row];
    }

    /// The row's value, or nothing.
    public @Nullable String at(int row) {
        return codes[row] < 0 ? null : values.value(codes[row]);
    }

    public String value(int code) {
        return values.value(code);
    }

    /// The number of this value, or [#NONE] if no row has it.
    public int find(String value) {
        return values.find(value);
    }

    /// How many distinct values there are.
    public int distinct() {
        return values.size();
    }

    /// How many rows have the value with this number.
    public int count(int code) {
        return counts[code];
    }

    /// How many rows have a value, or how many of all records where those at hand are only some.
    public long given() {
        return among == null ? given : among.given(name);
    }

    /// Lets the rows at hand be some of many: values are as common as they are among all.
    void countAmong(Commonness all) {
        among = all;
        for (int code = 0; code < distinct(); code++) {
            counts[code] = (int) Math.min(Integer.MAX_VALUE, all.of(name, value(code)));
        }
    }

    /// Who knows how common values are, where the rows at hand are only some.
    public @Nullable Commonness among() {
        return among;
    }

    /// The same rows with each distinct value written differently; a value that becomes empty is not given.
    public Column written(String newName, UnaryOperator<String> writing) {
        var written = new Column(newName);
        int[] numbers = new int[distinct()];
        for (int code = 0; code < numbers.length; code++) {
            String text = writing.apply(values.value(code));
            numbers[code] = text.isEmpty() ? NONE : written.values.number(text);
        }
        written.codes = new int[Math.max(rows, 16)];
        written.counts = new int[Math.max(written.distinct(), 16)];
        for (int row = 0; row < rows; row++) {
            int code = codes[row] < 0 ? NONE : numbers[codes[row]];
            written.codes[row] = code;
            if (code >= 0) {
                written.counts[code]++;
                written.given++;
            }
        }
        written.rows = rows;
        return written;
    }
}
