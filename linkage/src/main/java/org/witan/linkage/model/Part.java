package org.witan.linkage.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.UnusableRecords;

/// A part of a JSON file, read with the expectation of a type.
///
/// @param name where it stands, for the message when it is not what is expected
record Part(@Nullable Object value, String name) {

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    private Part the(String key) {
        if (value instanceof Map<?, ?> map && map.get(key) != null) {
            return new Part(map.get(key), key);
        }
        throw new UnusableRecords("The model's \"%s\" must have \"%s\".".formatted(name, key));
    }

    String text(String key) {
        return the(key).text();
    }

    private String text() {
        if (value instanceof String text) {
            return text;
        }
        throw new UnusableRecords("The model's \"%s\" must be a text.".formatted(name));
    }

    double number(String key) {
        return the(key).number();
    }

    private double number() {
        if (value instanceof Double number) {
            return number;
        }
        throw new UnusableRecords("The model's \"%s\" must be a number.".formatted(name));
    }

    boolean truth(String key) {
        if (the(key).value instanceof Boolean truth) {
            return truth;
        }
        throw new UnusableRecords("The model's \"%s\" must be true or false.".formatted(key));
    }

    List<Part> parts(String key) {
        return the(key).parts();
    }

    List<Part> parts() {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> new Part(each, name)).toList();
        }
        throw new UnusableRecords("The model's \"%s\" must be a list.".formatted(name));
    }

    List<String> texts(String key) {
        return parts(key).stream().map(Part::text).toList();
    }

    List<Double> numbers(String key) {
        return the(key).numbers();
    }

    List<Double> numbers() {
        return parts().stream().map(Part::number).toList();
    }
}
