package org.witan.marac.web;

import org.springframework.stereotype.Component;
import org.witan.people.Answer;
import org.witan.people.SafeContact;
import org.witan.site.Wording;

/// How somebody can be reached, in words: first whether that is safe.
@Component
class ContactWords {
    private final Wording words;

    ContactWords(Wording words) {
        this.words = words;
    }

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
