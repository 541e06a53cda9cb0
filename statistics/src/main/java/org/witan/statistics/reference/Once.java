package org.witan.statistics.reference;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when first needed: most questions need only a few of the reference files, and the command
/// line must answer within a second.
final class Once<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T value() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = maker.get();
                    value = made;
                }
            }
        }
        return made;
    }
}
