package org.witan.marac.web;

import org.springframework.stereotype.Component;
import org.witan.marac.Contact;
import org.witan.people.Answer;
import org.witan.people.SafeContact;
import org.witan.site.Days;
import org.witan.site.Wording;

/// How somebody can be reached, in words: first whether that is safe.
@Component
class ContactWords {
    private final Wording words;

    ContactWords(Wording words) {
        this.words = words;
    }

    /// That somebody tried to reach the victim.
    Line line(Contact one) {
        String by = one.by();
        return new Line(
                words.the(
                        "marac.contact.line",
                        Days.words(one.day()),
                        words.the("marac.contact.when." + (one.afterMeeting() ? "AFTER" : "BEFORE")),
                        words.the("marac.contact.outcome." + one.outcome())),
                one.words(),
                words.the(
                        "marac.contact.by",
                        by == null || by.isEmpty() ? words.the("marac.somebody") : by,
                        one.agency()));
    }

    /// What was tried, in words.
    record Line(String what, String words, String by) {}

    /// @param value what is told of the number, address or person
    String the(SafeContact contact, String value) {
        String key = contact.safe() == Answer.YES || contact.safe() == Answer.NO
                ? contact.safe().name()
                : "UNSURE";
        return words.the(
                "marac.contact." + key,
                words.the("marac.refer.contact.means." + contact.means()),
                value,
                contact.times().isEmpty() ? words.the("marac.contact.any-time") : contact.times(),
                words.the("people.answer." + contact.voicemail()),
                contact.remark());
    }
}
