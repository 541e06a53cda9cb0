package org.witan.marac;

import java.util.Optional;
import java.util.UUID;

/// What a node hears of a conference: ids and numbers, no word of any case.
public sealed interface News {

    /// Something of an item has changed, but for its actions.
    record Changed(UUID item, long version) implements News {}

    /// An action of an item has changed; whoever follows the item is asked for whether they may see it.
    record Acted(UUID item) implements News {}

    /// The conference began or left an item.
    record Turned(UUID item) implements News {}

    /// Somebody writes.
    record Writing(UUID item, LineKind about, UUID by) implements News {}

    /// News may have been missed.
    record Missed() implements News {}

    /// The application stops.
    record Over() implements News {}

    /// As it stands in a notification; empty for what no version of ours sends.
    static Optional<News> read(String text) {
        String[] words = text.split(" ", 5);
        try {
            return switch (words[0]) {
                case "changed" -> Optional.of(new Changed(UUID.fromString(words[1]), Long.parseLong(words[2])));
                case "acted" -> Optional.of(new Acted(UUID.fromString(words[1])));
                case "turn" -> Optional.of(new Turned(UUID.fromString(words[1])));
                case "writing" ->
                    Optional.of(new Writing(
                            UUID.fromString(words[1]), LineKind.valueOf(words[2]), UUID.fromString(words[3])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
