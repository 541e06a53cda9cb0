package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.witan.people.Answer;

/// What was typed into a referral so far, by field: `victim.given`, `perpetrator.2.born`. Nothing in it was checked.
public final class Answers {
    /// So many persons of one standing can be named.
    public static final int MOST = 8;

    private final Map<String, List<String>> typed;

    private Answers(Map<String, List<String>> typed) {
        this.typed = new TreeMap<>(typed);
    }

    public static Answers of(Map<String, List<String>> typed) {
        return new Answers(typed);
    }

    /// The same, with what was typed on one page in place of what that page held before.
    ///
    /// @param page the beginning of the page's fields: `victim` or `perpetrator.2`
    public Answers with(String page, Map<String, List<String>> fields) {
        var all = new TreeMap<>(typed);
        all.keySet().removeIf(field -> field.startsWith(page + "."));
        fields.forEach((field, values) -> {
            List<String> kept =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!kept.isEmpty()) {
                all.put(page + "." + field, kept);
            }
        });
        return new Answers(all);
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

    /// One of the four answers, or that nobody asked.
    public Answer answer(String field) {
        String text = text(field);
        for (Answer answer : Answer.values()) {
            if (answer.name().equals(text)) {
                return answer;
            }
        }
        return Answer.NOT_ASKED;
    }

    /// How many persons were begun: `perpetrator` or `other`.
    public int count(String persons) {
        return (int) IntStream.rangeClosed(1, MOST)
                .filter(place -> has(persons + "." + place))
                .count();
    }

    /// The places at which persons stand, in order.
    public List<Integer> places(String persons) {
        return IntStream.rangeClosed(1, MOST)
                .filter(place -> has(persons + "." + place))
                .boxed()
                .toList();
    }

    /// All of it, for the table.
    public Map<String, List<String>> typed() {
        return Map.copyOf(typed);
    }

    @Override
    public String toString() {
        return typed.size() + " fields";
    }
}
