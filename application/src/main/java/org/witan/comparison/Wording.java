package org.witan.comparison;

import java.util.Locale;
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
}
