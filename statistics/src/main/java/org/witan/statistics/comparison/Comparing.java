package org.witan.statistics.comparison;

import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;

/// Answers questions from a store.
public final class Comparing implements AutoCloseable {
    private final Store store;

    public Comparing(Store store, Definitions definitions) {
        this.store = store;
    }

    /// Answers one question.
    ///
    /// @throws BadInput when the question names what is not there
    public Figure answer(Question question) {
        if (question.audience() != Question.Audience.PUBLIC) {
            store.all();
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
