package org.witan.linkage.comparison;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.Column;

/// Something made once of each distinct value of a column, also of values that come later.
final class Prepared<T> {
    private final Column column;
    private final Function<String, T> making;
    private volatile @Nullable Object[] made;

    Prepared(Column column, Function<String, T> making) {
        this.column = column;
        this.making = making;
        this.made = new Object[Math.max(16, column.distinct())];
    }

    /// What was made of the value with this number. Two threads may make it twice; both make the same.
    T of(int code) {
        @Nullable Object[] all = made;
        if (code >= all.length) {
            all = longer(code);
        }
        Object found = all[code];
        if (found == null) {
            found = making.apply(column.value(code));
            all[code] = found;
        }
        @SuppressWarnings("unchecked") // Only `making` writes into the array.
        T known = (T) found;
        return known;
    }

    private synchronized @Nullable Object[] longer(int code) {
        if (code >= made.length) {
            made = Arrays.copyOf(made, Math.max(made.length * 2, code + 1));
        }
        return made;
    }
}
