package org.witan.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The module's words, from its message file.
@Component
class Wording {
    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String the(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }

    /// The words of a key that may be absent.
    @Nullable
    String find(String key) {
        return messages.getMessage(key, null, null, Locale.UK);
    }
}
