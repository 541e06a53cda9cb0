package org.witan.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.UnusableRecords;

/// Reads and writes JSON made of maps, lists, texts, numbers, truths and null.
public final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /// The value that the text holds.
    public static @Nullable Object read(String text) {
        var json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong();
        }
        return value;
    }

    /// The value as text, indented for people.
    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out, "\n");
        return out.append('\n').toString();
    }

    private static void write(@Nullable Object value, StringBuilder out, String line) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
                String before = "{";
                for (Map.Entry<?, ?> entry : entries) {
                    out.append(before).append(line).append("  ");
                    quote(String.valueOf(entry.getKey()), out);
                    out.append(": ");
                    write(entry.getValue(), out, line + "  ");
                    before = ",";
                }
                out.append(entries.isEmpty() ? "{}" : line + "}");
            }
            case List<?> list -> writeList(list, out, line);
            case String string -> quote(string, out);
            default -> out.append(value);
        }
    }

    /// Lists of plain values stay on one line.
    private static void writeList(List<?> list, StringBuilder out, String line) {
        boolean plain = list.stream().noneMatch(each -> each instanceof Map || each instanceof List);
        String before = "[";
        for (Object each : list) {
            out.append(before).append(plain ? "" : line + "  ");
            write(each, out, line + "  ");
            before = plain ? ", " : ",";
        }
        out.append(list.isEmpty() ? "[]" : plain ? "]" : line + "]");
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < string.length(); at++) {
            char c = string.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private @Nullable Object value() {
        space();
        if (++depth > DEEPEST) {
            throw wrong();
        }
        Object value = switch (peek()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            space();
            String key = string();
            space();
            demand(':');
            map.put(key, value());
            next('}');
        }
        at++;
        return map;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            next(']');
        }
        at++;
        return list;
    }

    private void next(char end) {
        space();
        if (peek() != end) {
            demand(',');
            space();
            if (peek() == end) {
                throw wrong();
            }
        }
    }

    private String string() {
        demand('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            case '"', '\\', '/' -> c;
            default -> throw wrong();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void demand(char c) {
        if (peek() != c) {
            throw wrong();
        }
        at++;
    }

    private UnusableRecords wrong() {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new UnusableRecords("This is not JSON: look at line %d.".formatted(Math.max(1, line)));
    }
}
