package org.witan.voices.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;
import org.witan.voices.Place;

/// What the forms of this module offer, with their words.
@Component
class Choices {
    private final Wording words;

    Choices(Wording words) {
        this.words = words;
    }

    /// Every name of a kind, with the words `voices.<of>.<name>` and perhaps a hint.
    <E extends Enum<E>> List<Field.Choice> of(String of, Class<E> names) {
        return Stream.of(names.getEnumConstants())
                .map(name -> new Field.Choice(name.name(), word(of, name), words.find(key(of, name) + ".hint")))
                .toList();
    }

    /// The same with a first line for not saying it.
    <E extends Enum<E>> List<Field.Choice> orNone(String of, Class<E> names) {
        return Stream.concat(
                        Stream.of(new Field.Choice("", words.the("voices." + of + ".none"))), of(of, names).stream())
                .toList();
    }

    /// Places with their areas, with a first line for none of them.
    List<Field.Choice> places(List<Place> all) {
        return Stream.concat(
                        Stream.of(new Field.Choice("", words.the("voices.place.none"))),
                        all.stream()
                                .map(place -> new Field.Choice(
                                        place.id().toString(),
                                        words.the("voices.place.line", place.name(), place.area()))))
                .toList();
    }

    String word(String of, Enum<?> name) {
        return words.the(key(of, name));
    }

    private static String key(String of, Enum<?> name) {
        return "voices." + of + "." + name.name();
    }

    /// One of some names that a field holds; null when it holds none of them, which is not wrong.
    static <E extends Enum<E>> @Nullable E find(Form form, String field, Class<E> names) {
        return Stream.of(names.getEnumConstants())
                .filter(name -> name.name().equals(form.value(field)))
                .findFirst()
                .orElse(null);
    }

    /// All names that a field holds.
    static <E extends Enum<E>> Set<E> all(Form form, String field, Class<E> names) {
        var held = new TreeSet<>(form.values(field));
        return Stream.of(names.getEnumConstants())
                .filter(name -> held.contains(name.name()))
                .collect(Collectors.toSet());
    }
}
