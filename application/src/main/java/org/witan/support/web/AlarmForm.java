package org.witan.support.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The form on which somebody says that reaching a person, or going to a home, may not be safe. Nothing on it is
/// required: whoever is at the door presses once.
@Component
class AlarmForm {
    private static final int LINES = 1_000;
    private final Wording words;
    private final Clock clock;

    AlarmForm(Wording words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /// The empty form, with the id of the alarm that it makes.
    ///
    /// @param what the key of its words
    Form blank(String what) {
        return Form.blank(
                words, what, Map.of("id", List.of(Identity.at(clock.instant()).toString())));
    }

    /// What was sent; null, and said on the form, when it is too long. An alarm is never lost for want of an id.
    @Nullable
    Noticed read(Form form) {
        String text = form.within("words", LINES);
        @Nullable UUID id = Ids.read(form.value("id"));
        return form.usable() ? new Noticed(id == null ? Identity.at(clock.instant()) : id, text) : null;
    }

    Form sent(String what, MultiValueMap<String, String> sent) {
        return Form.sent(words, what, Map.copyOf(sent));
    }

    /// The page about it.
    ///
    /// @param here the address of what it is raised at
    /// @param what the key of its words
    FormPage.Making page(String here, String what, Form form) {
        return FormPage.titled(words.the(what), here + "/unsafe", words.the(what + ".do"))
                .text(words.the(what + ".text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.LINES, form.text("words"))
                .dangerous();
    }

    /// What somebody noticed.
    record Noticed(UUID id, String words) {}
}
