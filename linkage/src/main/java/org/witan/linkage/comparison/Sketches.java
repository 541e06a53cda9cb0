package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.witan.linkage.record.Column;

/// One number for each distinct value of a column, side by side.
///
/// Most pairs are told apart by such a number alone: to look at the values themselves costs ten times as much, because
/// each lies in another place of the memory. Numbers of values that came later are added when they are asked for, by
/// one thread.
final class Sketches {
    private final Column column;
    private final ToLongFunction<String> making;
    private long[] made;
    private int size;

    Sketches(Column column, ToLongFunction<String> making) {
        this.column = column;
        this.making = making;
        size = column.distinct();
        made = new long[size];
        Arrays.parallelSetAll(made, code -> making.applyAsLong(column.value(code)));
    }

    long of(int code) {
        return code < size ? made[code] : later(code);
    }

    private long later(int code) {
        if (code >= made.length) {
            made = Arrays.copyOf(made, Math.max(made.length * 2, code + 1));
        }
        for (; size <= code; size++) {
            made[size] = making.applyAsLong(column.value(size));
        }
        return made[code];
    }
}
