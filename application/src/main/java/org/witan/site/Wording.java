package org.witan.site;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of the pages, from the modules' message files.
@Component
public final class Wording {
    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /// The words of a key that must be there.
    public String the(String key, Object... values) {
        return messages.getMessage(key, values, Locale.UK);
    }

    /// The words of a key that may be absent.
    public @Nullable String find(String key) {
        return messages.getMessage(key, null, null, Locale.UK);
    }
}
