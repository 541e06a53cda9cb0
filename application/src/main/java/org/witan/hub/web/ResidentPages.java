package org.witan.hub.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.hub.Need;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Asked;
import org.witan.site.FormPage.Link;
import org.witan.site.Problem;
import org.witan.site.Wording;
import org.witan.site.draft.DraftPage;
import org.witan.site.draft.KeptDraft;
import org.witan.site.draft.TypedPages;

/// Makes the pages on which a referral to the hub is written.
@Component
class ResidentPages {
    private static final String FORM = ResidentForms.FORM;
    private final ResidentForms forms;
    private final Wording words;

    ResidentPages(ResidentForms forms, Wording words) {
        this.forms = forms;
        this.words = words;
    }

    /// The form of a page, with what the draft holds.
    Form form(ResidentStep step, TypedPages pages) {
        return Form.blank(words, FORM, pages.on(step.page()));
    }

    /// The form of a page, as it was sent, with what does not fit. What is missing is no problem here.
    Form sent(ResidentStep step, Map<String, List<String>> sent) {
        Form form = Form.sent(words, FORM, sent);
        step.asks().forEach(ask -> form.within(ask.field(), ask.most()));
        return form;
    }

    /// All that was typed as one form, by the fields alone.
    Form whole(TypedPages pages) {
        var fields = new HashMap<String, List<String>>();
        for (ResidentStep step : ResidentStep.values()) {
            fields.putAll(pages.on(step.page()));
        }
        return Form.sent(words, FORM, fields);
    }

    /// What is wrong with what was typed on a page; not what is missing.
    List<Problem> wrong(ResidentStep step, TypedPages pages, List<Need> needs) {
        Form whole = whole(pages);
        forms.read(whole, needs);
        return whole.problems().stream()
                .filter(one ->
                        step.asks(one.field()) && !whole.value(one.field()).isEmpty())
                .toList();
    }

    DraftPage page(
            KeptDraft draft,
            ResidentStep step,
            Form form,
            List<Problem> wrong,
            List<String> changed,
            List<Need> needs) {
        String path = path(draft.id());
        return new DraftPage(
                path,
                step.page(),
                title(step),
                step == ResidentStep.WHO ? words.the("hub.refer.text") : null,
                step == ResidentStep.WHO ? words.the("hub.refer.danger") : null,
                Stream.concat(form.problems().stream(), wrong.stream()).toList(),
                changed,
                draft.pages().mark(step.page()),
                asked(step, form, needs),
                Stream.of(ResidentStep.values())
                        .map(one -> new DraftPage.Side(
                                one.page(), title(one), draft.pages().has(one.page()), one == step))
                        .toList(),
                step.before()
                        .map(before -> new Link(path + "/" + before.page(), words.the("site.draft.back")))
                        .orElseGet(() -> new Link("/hub/refer", words.the("hub.refer.title"))));
    }

    private List<Asked> asked(ResidentStep step, Form form, List<Need> needs) {
        return step.asks().stream()
                .map(ask -> step == ResidentStep.NEEDS
                        ? new Asked(ask.control(), form.field(ask.field(), forms.choices(needs)))
                        : ask.asked(
                                form,
                                "",
                                choice -> new Field.Choice(choice, words.the(FORM + "." + ask.field() + "." + choice))))
                .toList();
    }

    /// All of it, before it is sent.
    CheckPage check(KeptDraft draft, List<Need> needs, List<Problem> refused) {
        Form whole = whole(draft.pages());
        forms.read(whole, needs);
        var walls = new ArrayList<Go>();
        Stream.concat(whole.problems().stream(), refused.stream())
                .forEach(one -> walls.add(new Go(
                        ResidentStep.of(one.field()).orElse(ResidentStep.WHO).page(), one.text())));
        return new CheckPage(
                path(draft.id()),
                walls,
                Stream.of(ResidentStep.values())
                        .map(step -> new Section(
                                step.page(),
                                title(step),
                                step.asks().stream()
                                        .map(ask -> new Line(
                                                words.the(FORM + "." + ask.field()),
                                                forms.said(whole, ask.field(), needs)))
                                        .toList()))
                        .toList());
    }

    /// A draft in the list of those that were begun.
    Begun begun(KeptDraft draft) {
        String name = (draft.pages().text("who.given") + " " + draft.pages().text("who.family")).strip();
        return new Begun(
                path(draft.id()),
                name.isEmpty() ? words.the("hub.refer.nameless") : name,
                words.the("hub.refer.changed", Days.words(draft.changedAt())));
    }

    /// The page after a page, or where all is checked.
    static String after(ResidentStep step) {
        Optional<ResidentStep> next = step.next();
        return next.map(ResidentStep::page).orElse("check");
    }

    static String path(UUID draft) {
        return "/hub/refer/" + draft;
    }

    private String title(ResidentStep step) {
        return words.the("hub.refer.step." + step);
    }

    /// A page to go to, and why.
    record Go(String page, String words) {}

    /// What stands on a page.
    record Section(String page, String title, List<Line> lines) {}

    /// A field and what it holds.
    record Line(String label, String words) {}

    /// A draft that was begun.
    record Begun(String path, String words, String changed) {}

    /// All of it, before it is sent.
    ///
    /// @param walls what keeps it from being sent
    record CheckPage(String path, List<Go> walls, List<Section> sections) {}
}
