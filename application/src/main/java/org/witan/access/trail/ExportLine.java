package org.witan.access.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A line of an export: a JSON object whose values are all texts, to the letter as they were sealed.
sealed interface ExportLine {
    JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    String FORMAT = "1";

    /// The first line.
    ///
    /// @param key name of the key that signed last
    record Start(String at, String key) implements ExportLine {
        @Override
        public Map<String, String> texts() {
            return ordered("witan-trail", FORMAT, "exported_at", at, "key", key);
        }
    }

    /// A seal with what it seals.
    record Row(Sealed seal) implements ExportLine {
        @Override
        public Map<String, String> texts() {
            Map<String, String> texts = ordered(
                    "position",
                    Long.toString(seal.position()),
                    "sealed_at",
                    Long.toString(seal.micros()),
                    "digest",
                    seal.digest(),
                    "link",
                    seal.link(),
                    "sealed",
                    seal.entry());
            if (seal.text() == null) {
                texts.put("gone", seal.gone());
                return texts;
            }
            String[] fields = seal.text().split(SealedText.SEPARATOR, SealedText.NAMES.size());
            for (int i = 0; i < fields.length; i++) {
                texts.put(SealedText.NAMES.get(i), fields[i]);
            }
            return texts;
        }
    }

    /// A signed head at the place that the row before has.
    record Signed(Head head) implements ExportLine {
        @Override
        public Map<String, String> texts() {
            return ordered("head", head.line());
        }
    }

    /// The last line.
    record End(long rows, long heads) implements ExportLine {
        @Override
        public Map<String, String> texts() {
            return ordered("end", Long.toString(rows), "heads", Long.toString(heads));
        }
    }

    /// Names and values in their order.
    Map<String, String> texts();

    default String line() {
        return JSON.writeValueAsString(texts());
    }

    /// Reads a line; empty when it is none.
    static Optional<ExportLine> read(String line) {
        try {
            Map<String, String> texts = JSON.readValue(line, TEXTS);
            return texts == null || texts.containsValue(null) ? Optional.empty() : Optional.ofNullable(of(texts));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ExportLine of(Map<String, String> texts) {
        Set<String> names = texts.keySet();
        if (names.contains("position")) {
            return new Row(seal(texts));
        }
        if (names.equals(Set.of("head"))) {
            return new Signed(Head.read(the(texts, "head")).orElseThrow(IllegalArgumentException::new));
        }
        if (names.equals(Set.of("end", "heads"))) {
            return new End(Long.parseLong(the(texts, "end")), Long.parseLong(the(texts, "heads")));
        }
        if (names.equals(Set.of("witan-trail", "exported_at", "key")) && FORMAT.equals(the(texts, "witan-trail"))) {
            return new Start(the(texts, "exported_at"), the(texts, "key"));
        }
        throw new IllegalArgumentException("no line of an export");
    }

    private static Sealed seal(Map<String, String> texts) {
        List<String> wanted = new ArrayList<>(List.of("position", "sealed_at", "digest", "link", "sealed"));
        boolean gone = texts.containsKey("gone");
        wanted.addAll(gone ? List.of("gone") : SealedText.NAMES);
        if (!texts.keySet().equals(Set.copyOf(wanted))
                || !the(texts, "digest").matches("[0-9a-f]{64}")
                || !the(texts, "link").matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no row of an export");
        }
        return new Sealed(
                Long.parseLong(the(texts, "position")),
                the(texts, "sealed"),
                the(texts, "digest"),
                the(texts, "link"),
                Long.parseLong(the(texts, "sealed_at")),
                gone
                        ? null
                        : String.join(
                                SealedText.SEPARATOR,
                                SealedText.NAMES.stream()
                                        .map(name -> the(texts, name))
                                        .toList()),
                gone ? the(texts, "gone") : "",
                false);
    }

    private static String the(Map<String, String> texts, String name) {
        String value = texts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a value is missing");
        }
        return value;
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return texts;
    }
}
