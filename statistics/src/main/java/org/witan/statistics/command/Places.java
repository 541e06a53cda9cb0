package org.witan.statistics.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Store;
import picocli.CommandLine.Option;

/// Where the store and the partnership's own definitions are.
final class Places {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "The store's folder; else WITAN_STORE, else .witan/store.")
    private @Nullable Path store;

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            description = "The partnership's own definitions; else the folder definitions in the store.")
    private @Nullable Path definitions;

    Store store() {
        return new Store(folder());
    }

    /// Read only when asked for: not every command needs them.
    Definitions definitions() {
        return Definitions.shippedWith(definitions != null ? definitions : folder().resolve("definitions"));
    }

    private Path folder() {
        if (store != null) {
            return store;
        }
        var named = System.getenv("WITAN_STORE");
        return Path.of(named == null || named.isBlank() ? ".witan/store" : named);
    }
}
