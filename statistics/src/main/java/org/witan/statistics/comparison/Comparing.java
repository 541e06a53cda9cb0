package org.witan.statistics.comparison;

import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// Answers questions from a store.
public final class Comparing implements AutoCloseable {
    public Comparing(Store store, Definitions definitions) {}

    /// @throws BadInput when the question names what is not there
    public Figure answer(Question question) {
        throw new UnsupportedOperationException(question.toString());
    }

    @Override
    public void close() {}
}
