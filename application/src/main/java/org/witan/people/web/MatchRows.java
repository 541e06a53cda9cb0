package org.witan.people.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.people.SourceRecord;
import org.witan.people.Stated;
import org.witan.people.web.MatchPage.Row;

/// What two records say, side by side, each pair with a sign and words for how it compares.
@Component
class MatchRows {
    private final PersonWords words;

    MatchRows(PersonWords words) {
        this.words = words;
    }

    List<Row> of(SourceRecord left, SourceRecord right) {
        var rows = new ArrayList<Row>();
        add(rows, "people.given-name", left, right, one -> List.of(one.name().given()));
        add(rows, "people.family-name", left, right, one -> List.of(one.name().family()));
        add(
                rows,
                "people.other-names",
                left,
                right,
                one -> one.aliases().stream()
                        .map(alias -> words.name(alias.name()))
                        .toList());
        add(rows, "people.born", left, right, this::births);
        add(rows, "people.sex", left, right, one -> List.of(one.sex()));
        add(rows, "people.standing", left, right, one -> List.of(words.standing(one.standing())));
        add(
                rows,
                "people.address",
                left,
                right,
                one -> one.addresses().stream().map(words::address).toList(),
                this::addresses);
        add(
                rows,
                "people.numbers",
                left,
                right,
                one -> one.stated().stream()
                        .filter(value -> value.kind() != Stated.Kind.DATE_OF_BIRTH)
                        .map(Stated::value)
                        .toList());
        // Who gave a record says nothing about whom it is of.
        rows.add(new Row(words.the("people.given.by"), words.given(left), words.given(right), "", "plain", ""));
        return rows;
    }

    /// Where somebody hides is compared and not shown: whoever needs it opens the person.
    private List<String> addresses(SourceRecord one) {
        return one.addresses().stream()
                .map(address -> address.isProtected() || one.isProtected()
                        ? words.the("people.match.hidden-address")
                        : words.address(address))
                .toList();
    }

    private List<String> births(SourceRecord one) {
        String first = one.dateOfBirth().isEmpty() ? "" : words.born(one);
        return Stream.concat(
                        Stream.of(first),
                        one.stated().stream()
                                .filter(value -> value.kind() == Stated.Kind.DATE_OF_BIRTH)
                                .map(Stated::value))
                .toList();
    }

    /// A row that neither record says anything about is left out.
    private void add(
            List<Row> rows,
            String what,
            SourceRecord left,
            SourceRecord right,
            Function<SourceRecord, List<String>> values) {
        add(rows, what, left, right, values, values);
    }

    private void add(
            List<Row> rows,
            String what,
            SourceRecord left,
            SourceRecord right,
            Function<SourceRecord, List<String>> values,
            Function<SourceRecord, List<String>> shown) {
        List<String> lefts = PersonWords.once(values.apply(left).stream());
        List<String> rights = PersonWords.once(values.apply(right).stream());
        if (lefts.isEmpty() && rights.isEmpty()) {
            return;
        }
        String state = state(lefts, rights);
        rows.add(new Row(
                words.the(what),
                shown(shown.apply(left)),
                shown(shown.apply(right)),
                words.the("people.match.mark." + state),
                state,
                words.the("people.match.state." + state)));
    }

    private String shown(List<String> given) {
        List<String> values = PersonWords.once(given.stream());
        return values.isEmpty() ? words.the("people.match.not-given") : String.join("; ", values);
    }

    private static String state(List<String> lefts, List<String> rights) {
        if (lefts.isEmpty() || rights.isEmpty()) {
            return "one";
        }
        Set<String> common = folded(lefts);
        common.retainAll(folded(rights));
        return common.isEmpty() ? "differs" : "same";
    }

    private static Set<String> folded(List<String> values) {
        var all = new HashSet<String>();
        values.forEach(value -> all.add(value.toLowerCase(Locale.UK)));
        return all;
    }
}
