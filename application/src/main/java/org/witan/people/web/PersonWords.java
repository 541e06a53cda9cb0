package org.witan.people.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.Address;
import org.witan.people.Answer;
import org.witan.people.Name;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Days;
import org.witan.site.Wording;

/// How what agencies gave about a person is said.
@Component
class PersonWords {
    private final Wording words;

    PersonWords(Wording words) {
        this.words = words;
    }

    String the(String key, Object... values) {
        return words.the(key, values);
    }

    /// The words of a key that may be absent.
    @Nullable
    String find(String key) {
        return words.find(key);
    }

    String name(Name name) {
        String both = (name.given() + " " + name.family()).strip();
        return both.isEmpty() ? words.the("people.name.none") : both;
    }

    /// A day of birth: as a day where it was understood, else as it was given.
    String born(String given, java.time.@Nullable LocalDate day) {
        if (day != null) {
            return Days.words(day);
        }
        return given.isEmpty() ? words.the("people.born.none") : given;
    }

    String born(SourceRecord record) {
        return born(record.dateOfBirth(), record.bornOn());
    }

    String standing(Standing standing) {
        return words.the("people.standing." + standing);
    }

    String answer(Answer answer) {
        return words.the("people.answer." + answer);
    }

    /// Which agency gave it, and when.
    String given(SourceRecord record) {
        return record.supersededAt() == null
                ? words.the("people.given", record.agency(), day(record.receivedAt()))
                : words.the(
                        "people.given.before", record.agency(), day(record.receivedAt()), day(record.supersededAt()));
    }

    String address(Address address) {
        return Stream.of(address.lines(), address.town(), address.postcode())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// When somebody lived there, as far as it was given.
    String lived(Address address) {
        return Stream.of(
                        address.from() == null ? "" : words.the("people.address.from", Days.words(address.from())),
                        address.until() == null ? "" : words.the("people.address.until", Days.words(address.until())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String day(java.time.Instant at) {
        return Days.words(java.time.LocalDate.ofInstant(at, java.time.ZoneId.of("Europe/London")));
    }

    /// Values without those that say the same, in their order.
    static List<String> once(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).distinct().toList();
    }
}
