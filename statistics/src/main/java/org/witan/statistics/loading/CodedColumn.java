package org.witan.statistics.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.statistics.store.Vocabulary;

/// A column of an extract that holds one of a short list of values, however they are printed.
///
/// The engine reads it as an enumeration of all accepted spellings, the schema's own first. A row then carries small
/// numbers instead of text from the CSV to the Parquet file, which halves the cost of a load; a value that is no
/// spelling is rejected by the reader with its line.
///
/// @param column the schema's name
/// @param stored the store's name
/// @param type the engine's type
/// @param spellings each stored value with its other spellings
/// @param reason why a row with any other value is rejected
record CodedColumn(String column, String stored, String type, Map<String, List<String>> spellings, String reason) {
    private static final String UNKNOWN = "unknown-value";
    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> YES_NO = Map.of(
            "yes", "y,true,t,1",
            "no", "n,false,f,0",
            "unknown", "u,not known,not-known");
    private static final Map<String, String> SEX = Map.of("female", "f", "male", "m", "unknown", "u,not known");

    private static final List<String> OUTCOMES = List.of(
            "0", "1", "1A", "2", "2A", "3", "3A", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
            "16", "17", "18", "19", "20", "21", "22");

    private static final List<CodedColumn> ALL = Stream.concat(
                    Vocabulary.FLAGS.stream()
                            .map(flag ->
                                    of(flag, flag, "yes_no_unknown", Vocabulary.YES_NO, YES_NO, "not-yes-no-unknown")),
                    Stream.of(
                            of("victim_sex", "victim_sex", "sex", Vocabulary.VICTIM_SEX, SEX, UNKNOWN),
                            of("relationship", "relationship", "relationship", Vocabulary.RELATIONSHIPS, NONE, UNKNOWN),
                            of("place", "place", "place", Vocabulary.PLACES, NONE, UNKNOWN),
                            of("outcome_code", "outcome", "outcome", OUTCOMES, NONE, UNKNOWN),
                            of("record_status", "status", "status", List.of("live", "cancelled"), NONE, UNKNOWN)))
            .toList();

    static List<CodedColumn> all() {
        return ALL;
    }

    static Optional<CodedColumn> find(String column) {
        return ALL.stream().filter(coded -> coded.column.equals(column)).findFirst();
    }

    /// Makes the engine's type; several columns may share one.
    String createType() {
        return "CREATE TYPE " + type + " AS ENUM ("
                + Stream.concat(
                                spellings.keySet().stream(),
                                spellings.values().stream().flatMap(List::stream))
                        .map(CodedColumn::literal)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /// The stored value of a row. The spellings stand in the type's order: all stored values, then those that mean the
    /// first, the second, ….
    String select(boolean present) {
        if (!present) {
            return "NULL::" + type + " AS " + stored;
        }
        String last =
                spellings.keySet().stream().reduce((first, second) -> second).orElseThrow();
        String others = spellings.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "WHEN r.%s <= %s THEN %s"
                        .formatted(column, typed(entry.getValue().getLast()), typed(entry.getKey())))
                .collect(Collectors.joining(" "));
        return "CASE WHEN r.%1$s <= %2$s THEN r.%1$s %3$s END AS %4$s".formatted(column, typed(last), others, stored);
    }

    private String typed(String value) {
        return literal(value) + "::" + type;
    }

    private static String literal(String value) {
        return "'" + value + "'";
    }

    private static CodedColumn of(
            String column,
            String stored,
            String type,
            List<String> values,
            Map<String, String> synonyms,
            String reason) {
        Set<String> taken = new LinkedHashSet<>(values);
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (String value : values) {
            List<String> others = new ArrayList<>();
            Stream.concat(
                            Stream.of(value),
                            Stream.of(synonyms.getOrDefault(value, "").split(",", -1)))
                    .filter(Predicate.not(String::isEmpty))
                    .flatMap(CodedColumn::variants)
                    .filter(taken::add)
                    .forEach(others::add);
            spellings.put(value, others);
        }
        return new CodedColumn(column, stored, type, spellings, reason + ":" + column);
    }

    /// `public-space`, `Public space`, `Public Space`, `PUBLIC_SPACE`, ….
    private static Stream<String> variants(String value) {
        return Stream.of(value, value.replace('-', ' '), value.replace('-', '_'))
                .flatMap(form -> Stream.of(
                        form,
                        form.toLowerCase(Locale.ROOT),
                        form.toUpperCase(Locale.ROOT),
                        form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1),
                        capitals(form)));
    }

    private static String capitals(String form) {
        return Pattern.compile("\\b[a-z]")
                .matcher(form)
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }
}
