package org.witan.linkage.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Alike;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.model.Model;
import org.witan.linkage.model.Policy;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Fields;
import org.witan.linkage.record.Kind;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.text.CheckDigit;

/// Proposes fields and comparisons for columns that nobody described. It learns nothing: that comes after.
public final class Suggesting {
    private static final int LOOKED_AT = 1_000;
    private static final double MOSTLY = 0.9;

    private final Records records;
    private final Map<Role, List<String>> columns = new LinkedHashMap<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    /// A model without evidence, and the fields that it names.
    public record Suggested(Model model, Fields fields) {}

    private Suggesting(Records records, Set<String> without) {
        this.records = records;
        Roles.of(records).forEach((column, role) -> {
            if (!without.contains(column)) {
                columns.computeIfAbsent(role, _ -> new ArrayList<>()).add(column);
            }
        });
    }

    /// A model without evidence.
    ///
    /// @param without columns that must not be compared: ids, and the truth where there is one
    public static Model model(Records records, Set<String> without) {
        return of(records, without).model();
    }

    /// The same, with the fields that had to be made for it.
    ///
    /// @param without columns that must not be compared
    public static Suggested of(Records records, Set<String> without) {
        var suggesting = new Suggesting(records, without);
        suggesting.names();
        suggesting.person();
        suggesting.place();
        suggesting.others();
        if (suggesting.comparisons.isEmpty()) {
            throw new UnusableRecords("No column can be compared: each is empty, has one value only, or is an id.");
        }
        List<Comparison> most =
                suggesting.comparisons.subList(0, Math.min(suggesting.comparisons.size(), Model.MOST_COMPARISONS));
        var model = new Model(suggesting.fields, most, List.of(), List.of(), 1e-4, Policy.USUAL);
        var fields = new Fields(records, model.fields());
        return new Suggested(model.with(Rules.of(model, fields)), fields);
    }

    /// The column that seems to number the records, or nothing.
    public static @Nullable String findId(Records records) {
        return Roles.of(records).entrySet().stream()
                .filter(entry -> entry.getValue() == Role.RECORD_ID)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void names() {
        String given = first(Role.GIVEN_NAME, Kind.WORDS);
        String surname = first(Role.SURNAME, Kind.WORDS);
        String full = columns.getOrDefault(Role.FULL_NAME, List.of()).stream()
                .max(Comparator.comparingInt(column -> records.column(column).distinct()))
                .orElse(null);
        if (full == null || given == null || surname == null) {
            alone(given, surname, full);
            return;
        }
        fields.add(new Field(full, Kind.WORDS, full));
        String others = "other names";
        fields.add(new Field(others, Kind.OTHER_WORDS, full, given, surname));
        comparisons.add(Vocabulary.givenName(given, surname));
        comparisons.add(Vocabulary.surname(surname, given, full));
        comparisons.add(Vocabulary.otherWords(others));
    }

    private void alone(@Nullable String given, @Nullable String surname, @Nullable String full) {
        if (given != null) {
            comparisons.add(Vocabulary.givenName(given, surname));
        }
        if (surname != null) {
            comparisons.add(Vocabulary.surname(surname, given, null));
        }
        if (full != null && given == null && surname == null) {
            fields.add(new Field(full, Kind.WORDS, full));
            comparisons.add(Vocabulary.fullName(full));
        }
    }

    private void person() {
        each(Role.BIRTH, Kind.DAY, Vocabulary::birth);
        each(Role.IDENTIFIER, Kind.CODE, this::identifier);
        each(Role.EMAIL, Kind.EMAIL, Vocabulary::email);
        each(Role.PHONE, Kind.PHONE, field -> Vocabulary.code(field, Bearing.SHARED));
        each(Role.ALIASES, Kind.LIST, Vocabulary::aliases);
        each(Role.SEX, Kind.SEX, Vocabulary::sex);
    }

    private Comparison identifier(String column) {
        if (mostlyHolds(column, CheckDigit.MODULO_11)) {
            return Vocabulary.checkedCode(column, Alike.BOTH_VALID_MODULO_11);
        }
        return mostlyHolds(column, CheckDigit.LUHN)
                ? Vocabulary.checkedCode(column, Alike.BOTH_VALID_LUHN)
                : Vocabulary.code(column, Bearing.IDENTIFYING);
    }

    private boolean mostlyHolds(String column, CheckDigit check) {
        var values = records.column(column);
        int looked = Math.min(values.distinct(), LOOKED_AT);
        long valid = IntStream.range(0, looked)
                .filter(code -> check.holds(values.value(code).replaceAll("\\D", "")))
                .count();
        return valid > looked * MOSTLY;
    }

    private void place() {
        String postcode = first(Role.POSTCODE, Kind.POSTCODE);
        List<Level> levels = new ArrayList<>();
        List<String> used = new ArrayList<>();
        if (postcode != null) {
            levels.addAll(Vocabulary.postcode(postcode));
            used.add(postcode);
        }
        for (Role role : List.of(Role.TOWN, Role.COUNTY)) {
            String field = first(role, Kind.WORDS);
            if (field != null) {
                levels.addAll(Vocabulary.town(field));
                used.add(field);
            }
        }
        if (!levels.isEmpty()) {
            comparisons.add(Vocabulary.place(levels, used));
        }
        each(Role.STREET, Kind.WORDS, field -> Vocabulary.shared(Vocabulary.text(field)));
        each(Role.STREET_SECOND, Kind.WORDS, field -> Vocabulary.shared(Vocabulary.text(field)));
        each(Role.HOUSE_NUMBER, Kind.CODE, Vocabulary::number);
    }

    private void others() {
        each(Role.OTHER, Kind.WORDS, Vocabulary::text);
    }

    private void each(Role role, Kind kind, java.util.function.Function<String, Comparison> comparing) {
        for (String column : columns.getOrDefault(role, List.of())) {
            fields.add(new Field(column, kind, column));
            comparisons.add(comparing.apply(column));
        }
    }

    private @Nullable String first(Role role, Kind kind) {
        List<String> all = columns.getOrDefault(role, List.of());
        if (all.isEmpty()) {
            return null;
        }
        fields.add(new Field(all.getFirst(), kind, all.getFirst()));
        return all.getFirst();
    }
}
