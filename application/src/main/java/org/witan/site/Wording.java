package org.witan.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    /// What a select, radios or boxes offer: each of some names, in the words of a key that ends in it.
    ///
    /// @param key without the dot before the name
    public List<Field.Choice> choices(String key, Enum<?>... names) {
        return Stream.of(names)
                .map(one -> new Field.Choice(one.name(), the(key + "." + one.name())))
                .toList();
    }

    /// The words of a key that may be absent.
    public @Nullable String find(String key) {
        return messages.getMessage(key, null, null, Locale.UK);
    }
}
