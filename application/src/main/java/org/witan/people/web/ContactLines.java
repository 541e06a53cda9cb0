package org.witan.people.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.web.PersonPage.Contact;
import org.witan.people.web.PersonPage.Contacts;

/// Says how somebody may be reached without danger, before anything that they could be reached by.
@Component
class ContactLines {
    private static final String UNSAFE = "unsafe";
    private static final String SAFE = "safe";
    private final PersonWords words;

    ContactLines(PersonWords words) {
        this.words = words;
    }

    /// Null for somebody whom nobody said anything about and who is no victim.
    @Nullable
    Contacts of(List<SourceRecord> records) {
        List<Contact> lines = records.stream()
                .flatMap(record -> record.safeContacts().stream().map(one -> line(one, record)))
                .sorted(Comparator.comparing(line -> !line.state().equals(UNSAFE)))
                .toList();
        if (lines.isEmpty()) {
            return records.stream().anyMatch(PersonPages::isVictim)
                    ? new Contacts(words.the("people.contact.nothing"), lines)
                    : null;
        }
        boolean unsafe = lines.stream().anyMatch(line -> line.state().equals(UNSAFE));
        return new Contacts(words.the(unsafe ? "people.contact.unsafe" : "people.contact.read"), lines);
    }

    private Contact line(SafeContact one, SourceRecord record) {
        String state = switch (one.safe()) {
            case YES -> SAFE;
            case NO -> UNSAFE;
            case DECLINED, UNKNOWN, NOT_ASKED -> "unknown";
        };
        return new Contact(
                words.the("people.contact.mark." + state),
                state,
                words.the("people.contact.state." + state),
                words.the("people.contact.means." + one.means()),
                one.value(),
                Stream.of(
                                one.times(),
                                words.the("people.contact.voicemail", words.answer(one.voicemail())),
                                one.remark(),
                                words.given(record))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
