package org.witan.site.records;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.witan.access.Absent;
import org.witan.access.lists.Choosing;
import org.witan.site.Field;
import org.witan.site.Form;

/// What the forms of these pages have in common.
final class Forms {
    private static final Field.Choice NOTHING = new Field.Choice("", "");

    private Forms() {}

    /// Agencies or people as the lines of a select, of which the first is none.
    static List<Field.Choice> choices(List<Choosing.Choice> found) {
        return orNothing(found.stream().map(one -> new Field.Choice(one.id().toString(), one.words())));
    }

    /// Choices of which the first is none, so that nobody sends one they did not look at.
    static List<Field.Choice> orNothing(Stream<Field.Choice> choices) {
        return Stream.concat(Stream.of(NOTHING), choices).toList();
    }

    /// Whether a field holds one of its choices; rejected as `missing` when it does not.
    static boolean chosen(Form form, String field, List<Field.Choice> choices) {
        String value = form.value(field);
        boolean known = !value.isEmpty()
                && choices.stream().anyMatch(choice -> choice.value().equals(value));
        if (!known) {
            form.reject(field, "missing");
        }
        return known;
    }

    /// An id that a form carries.
    ///
    /// @throws Absent when it is none: somebody wrote it by hand
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Absent();
        }
    }
}
