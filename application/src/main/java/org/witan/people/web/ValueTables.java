package org.witan.people.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.Address;
import org.witan.people.Needs;
import org.witan.people.SourceRecord;
import org.witan.people.Stated;
import org.witan.site.Table;

/// What agencies gave, each value with the agency and the day.
@Component
class ValueTables {
    private final PersonWords words;

    ValueTables(PersonWords words) {
        this.words = words;
    }

    Table names(List<SourceRecord> records) {
        var rows = new ArrayList<List<String>>();
        for (SourceRecord record : records) {
            rows.add(List.of(words.name(record.name()), words.the("people.name.as.NAME"), words.given(record)));
            record.aliases()
                    .forEach(alias -> rows.add(List.of(
                            words.name(alias.name()),
                            words.the("people.name.as." + alias.kind()),
                            words.given(record))));
        }
        return given("people.names", rows, "people.name", "people.name.as", "people.given.by");
    }

    Table births(List<SourceRecord> records) {
        var rows = new ArrayList<List<String>>();
        for (SourceRecord record : records) {
            if (!record.dateOfBirth().isEmpty()) {
                rows.add(List.of(words.born(record), words.given(record)));
            }
            stated(record, Stated.Kind.DATE_OF_BIRTH).forEach(value -> rows.add(List.of(value, words.given(record))));
        }
        return given("people.births", rows, "people.born", "people.given.by");
    }

    /// Null where all say the same.
    @Nullable
    String birthsDiffer(List<SourceRecord> records) {
        long values = records.stream()
                .filter(record -> !record.dateOfBirth().isEmpty())
                .map(words::born)
                .distinct()
                .count();
        return values > 1 ? words.the("people.births.differ") : null;
    }

    @Nullable
    Table numbers(List<SourceRecord> records) {
        var rows = new ArrayList<List<String>>();
        for (SourceRecord record : records) {
            record.stated().stream()
                    .filter(one -> one.kind() != Stated.Kind.DATE_OF_BIRTH)
                    .forEach(one -> rows.add(
                            List.of(one.value(), words.the("people.stated." + one.kind()), words.given(record))));
        }
        return rows.isEmpty()
                ? null
                : given("people.numbers", rows, "people.number", "people.number.what", "people.given.by");
    }

    /// @param hidden those that whoever causes harm does not know, or all others; null where there are none
    @Nullable
    Table addresses(List<SourceRecord> records, boolean hidden) {
        var rows = new ArrayList<List<String>>();
        for (SourceRecord record : records) {
            record.addresses().stream()
                    .filter(one -> (one.isProtected() || record.isProtected()) == hidden)
                    .forEach(one -> rows.add(address(one, record)));
        }
        return rows.isEmpty()
                ? null
                : given(
                        hidden ? "people.addresses.hidden" : "people.addresses",
                        rows,
                        "people.address",
                        "people.address.lived",
                        "people.given.by");
    }

    private List<String> address(Address one, SourceRecord record) {
        return List.of(words.address(one), words.lived(one), words.given(record));
    }

    Table needs(List<SourceRecord> records) {
        var rows = new ArrayList<List<String>>();
        rows.add(need("people.need.language", records, needs -> needs.language().isEmpty() ? "" : needs.language()));
        rows.add(need("people.need.interpreter", records, needs -> words.answer(needs.interpreter())));
        rows.add(need("people.need.pregnant", records, needs -> words.answer(needs.pregnant())));
        rows.add(need("people.need.deceased", records, needs -> words.answer(needs.deceased())));
        return table("people.needs", rows, "people.need", "people.need.answer");
    }

    private List<String> need(String key, List<SourceRecord> records, Function<Needs, String> answer) {
        List<String> answers = PersonWords.once(records.stream()
                .filter(one -> !answer.apply(one.needs()).isEmpty())
                .map(one -> words.the("people.need.by", answer.apply(one.needs()), one.agency())));
        return List.of(words.the(key), answers.isEmpty() ? words.the("people.need.none") : String.join("; ", answers));
    }

    Table records(List<SourceRecord> records) {
        return table(
                "people.records",
                records.stream()
                        .map(one -> List.of(
                                one.reference(),
                                words.standing(one.standing()),
                                one.agency(),
                                words.the("people.source." + one.source()),
                                PersonWords.day(one.receivedAt())))
                        .toList(),
                "people.reference",
                "people.standing",
                "people.agency",
                "people.source",
                "people.received");
    }

    /// Values once each, with all who gave them.
    private Table given(String caption, List<List<String>> rows, String... headings) {
        Map<List<String>, Map<String, Integer>> givers = new LinkedHashMap<>();
        for (List<String> row : rows) {
            givers.computeIfAbsent(row.subList(0, row.size() - 1), _ -> new LinkedHashMap<>())
                    .merge(row.getLast(), 1, Integer::sum);
        }
        var once = new ArrayList<List<String>>();
        givers.forEach((values, by) -> {
            var row = new ArrayList<>(values);
            row.add(by.entrySet().stream()
                    .map(one -> one.getValue() == 1
                            ? one.getKey()
                            : words.the("people.given.times", one.getKey(), one.getValue()))
                    .collect(Collectors.joining("; ")));
            once.add(List.copyOf(row));
        });
        return table(caption, once, headings);
    }

    private Table table(String caption, List<List<String>> rows, String... headings) {
        return new Table(words.the(caption), Stream.of(headings).map(words::the).toList(), List.copyOf(rows));
    }

    private static Stream<String> stated(SourceRecord record, Stated.Kind kind) {
        return record.stated().stream().filter(one -> one.kind() == kind).map(Stated::value);
    }
}
