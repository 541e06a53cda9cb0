package org.witan.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as somebody filled it in: what was typed, what is wrong with it, and each field with its words.
///
/// A field `name` of a form with the words `administration.agency` has its label under `administration.agency.name` and
/// its hint, if any, under `administration.agency.name.hint`. What was typed is kept and shown again, except passwords
/// and codes.
public final class Form {
    private final Wording words;
    private final String prefix;
    private final Map<String, List<String>> typed;
    private final List<Problem> problems = new ArrayList<>();

    private Form(Wording words, String prefix, Map<String, List<String>> typed) {
        this.words = words;
        this.prefix = prefix;
        this.typed = Map.copyOf(typed);
    }

    /// A form that nobody has filled in yet, or with what is known already.
    public static Form blank(Wording words, String prefix, Map<String, List<String>> known) {
        return new Form(words, prefix, known);
    }

    /// A form as it was sent, without the character that PostgreSQL cannot keep and nobody types.
    ///
    /// @param sent the parameters of the request
    public static Form sent(Wording words, String prefix, Map<String, List<String>> sent) {
        var typed = new HashMap<String, List<String>>();
        sent.forEach((field, values) -> typed.put(
                field, values.stream().map(value -> value.replace("\0", "")).toList()));
        return new Form(words, prefix, typed);
    }

    /// What a field holds, without blanks around it; empty when nothing was typed.
    public String value(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /// What a field holds to the letter, as a password needs it.
    public String verbatim(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All that a field holds, as for boxes that are ticked.
    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /// Says that what a field holds cannot be used.
    ///
    /// @param key the end of the key of the words: `missing` stands for `<prefix>.<field>.missing`
    public void reject(String field, String key, Object... arguments) {
        problems.add(new Problem(field, words.the(prefix + "." + field + "." + key, arguments)));
    }

    /// The version that the form was made from; -1, which nothing has, when it carries no number.
    public int version() {
        String typed = value("version");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
    }

    /// What a field holds; rejected as `missing` when it is empty.
    public String required(String field) {
        String value = value(field);
        if (value.isEmpty()) {
            reject(field, "missing");
        }
        return value;
    }

    /// What a field holds; rejected as `long` when it has more characters than that.
    public String within(String field, int longest) {
        String value = value(field);
        if (value.length() > longest) {
            reject(field, "long", longest);
        }
        return value;
    }

    /// The one of some names that a field holds; rejected as `missing` when it holds none of them.
    public <E extends Enum<E>> @Nullable E oneOf(String field, Class<E> names) {
        String chosen = value(field);
        for (E name : names.getEnumConstants()) {
            if (name.name().equals(chosen)) {
                return name;
            }
        }
        reject(field, "missing");
        return null;
    }

    /// What is wrong, in the order in which it was found.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Whether all of it can be used.
    public boolean usable() {
        return problems.isEmpty();
    }

    /// A text.
    public Field text(String field) {
        return field(field, List.of());
    }

    /// A text of a kind that HTML names, such as `email`, `date` or `tel`.
    public Field text(String field, String type, String autocomplete) {
        return text(field).typed(type, autocomplete);
    }

    /// A password: never shown again.
    public Field password(String field, String autocomplete) {
        return Field.of(field, label(field), hint(field), "", error(field), List.of())
                .typed("password", autocomplete);
    }

    /// A code of digits that works once: never shown again.
    public Field code(String field) {
        return Field.of(field, label(field), hint(field), "", error(field), List.of())
                .typed("text", "one-time-code");
    }

    /// A select, radios or boxes.
    public Field field(String field, List<Field.Choice> choices) {
        return Field.of(field, label(field), hint(field), values(field), error(field), choices);
    }

    private String label(String field) {
        return words.the(prefix + "." + field);
    }

    private @Nullable String hint(String field) {
        return words.find(prefix + "." + field + ".hint");
    }

    private @Nullable String error(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
    }
}
