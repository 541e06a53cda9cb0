package org.witan.risk;

import java.util.List;

/// A reason, by the key of its words in the message files and what stands in them. It holds nothing that anybody typed.
public record Reason(String key, List<Object> values) {

    static Reason of(String key, Object... values) {
        return new Reason(key, List.of(values));
    }
}
