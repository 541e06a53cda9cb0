package org.witan.site.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was typed so far, by page and field: `victim.given`, `perpetrator.2.born`. Nothing in it was checked.
public final class TypedPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private final Map<String, List<String>> typed;

    private TypedPages(Map<String, List<String>> typed) {
        this.typed = new TreeMap<>(typed);
    }

    public static TypedPages of(Map<String, List<String>> typed) {
        return new TypedPages(typed);
    }

    /// As the table keeps it.
    static TypedPages read(String json) {
        return of(JSON.readValue(json, FIELDS));
    }

    /// The same, with what was typed on one page in place of what that page held before.
    ///
    /// @param page the beginning of the page's fields: `victim` or `perpetrator.2`
    public TypedPages with(String page, Map<String, List<String>> fields) {
        var all = new TreeMap<>(typed);
        all.keySet().removeIf(field -> field.startsWith(page + "."));
        fields.forEach((field, values) -> {
            List<String> kept =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!kept.isEmpty()) {
                all.put(page + "." + field, kept);
            }
        });
        return new TypedPages(all);
    }

    /// What one page holds, by its own fields.
    public Map<String, List<String>> on(String page) {
        var fields = new TreeMap<String, List<String>>();
        typed.forEach((field, values) -> {
            if (field.startsWith(page + ".")) {
                fields.put(field.substring(page.length() + 1), values);
            }
        });
        return fields;
    }

    /// Stands for what one page holds: another mark, another content.
    public String mark(String page) {
        return UUID.nameUUIDFromBytes(on(page).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// Whether anything was typed on a page.
    public boolean has(String page) {
        return typed.keySet().stream().anyMatch(field -> field.startsWith(page + "."));
    }

    /// A text without blanks around it; empty when nothing was typed.
    public String text(String field) {
        List<String> values = all(field);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /// All that a field holds, as for boxes that are ticked.
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /// All of it.
    public Map<String, List<String>> typed() {
        return Map.copyOf(typed);
    }

    /// All of it, as the table keeps it.
    public String json() {
        return JSON.writeValueAsString(typed);
    }

    @Override
    public String toString() {
        return typed.size() + " fields";
    }
}
