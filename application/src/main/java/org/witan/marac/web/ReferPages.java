package org.witan.marac.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.Answers;
import org.witan.marac.Completeness;
import org.witan.marac.Doubt;
import org.witan.marac.Draft;
import org.witan.marac.ToHarmer;
import org.witan.marac.web.Step.Place;
import org.witan.risk.Tools;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Asked;
import org.witan.site.FormPage.Control;
import org.witan.site.FormPage.Link;
import org.witan.site.Wording;
import org.witan.site.draft.Ask;
import org.witan.site.draft.DraftPage;
import org.witan.site.draft.DraftPage.Side;

/// Makes the pages of writing a referral.
@Component
class ReferPages {
    static final String WORDS = "marac.refer.";
    private final Wording words;
    private final Days days;
    private final Tools tools;

    ReferPages(Wording words, Days days, Tools tools) {
        this.words = words;
        this.days = days;
        this.tools = tools;
    }

    /// The form of a page, with what the draft holds.
    Form form(Place place, Answers answers) {
        return Form.blank(words, WORDS + place.step().page(), answers.on(place.name()));
    }

    /// The form of a page, as it was sent, with what does not fit. What is missing is no problem here.
    Form sent(Place place, Map<String, List<String>> sent) {
        Form form = Form.sent(words, WORDS + place.step().page(), sent);
        place.step().asks().forEach(ask -> form.within(ask.field(), ask.most()));
        return form;
    }

    DraftPage page(Draft draft, Place place, Form form, List<String> changed) {
        Answers answers = draft.answers();
        String path = "/refer/" + draft.id();
        return new DraftPage(
                path,
                place.name(),
                title(place),
                words.find(WORDS + place.step().page() + ".text"),
                place.step() == Step.DANGER ? words.the("marac.refer.danger.call") : null,
                form.problems(),
                changed,
                answers.mark(place.name()),
                asked(place, form, answers),
                sides(answers, place),
                place.before(answers, days.today())
                        .map(before -> new Link(path + "/" + before.name(), words.the("site.draft.back")))
                        .orElseGet(() -> new Link("/refer", words.the("marac.refer.title"))));
    }

    /// The name of the page after one.
    String next(Place place, Answers answers) {
        return place.next(answers, days.today()).map(Place::name).orElse("check");
    }

    CheckPage check(Draft draft) {
        Answers answers = draft.answers();
        var completeness = Completeness.of(answers, days.today());
        return new CheckPage(
                draft.id(),
                completeness.walls().stream()
                        .map(wall -> new Go(wall.page(), words.the("marac.wall." + wall)))
                        .toList(),
                completeness.missing().stream()
                        .map(one -> new Go(one.page(), words(one)))
                        .toList(),
                Doubt.of(answers, days.today()).stream().map(this::doubt).toList(),
                completeness.checklist(),
                completeness.walls().contains(Completeness.Wall.UNDER_16),
                sections(answers));
    }

    private Go doubt(Doubt doubt) {
        return new Go(doubt.page(), words(doubt));
    }

    /// What looks wrong, in words.
    String words(Doubt doubt) {
        return words.the(
                "marac.doubt." + doubt.what(),
                Step.at(doubt.page()).map(this::title).orElse(""));
    }

    /// What would help, in words.
    String words(Completeness.Missing one) {
        return words.the(WORDS + one.page().replaceAll("\\.\\d", "") + "." + one.field());
    }

    private List<CheckPage.Section> sections(Answers answers) {
        var sections = new ArrayList<CheckPage.Section>();
        for (Step step : asked(answers)) {
            List<Integer> numbers = step.isRepeated() ? answers.places(step.page()) : List.of(0);
            for (int number : numbers) {
                var place = new Place(step, number);
                Form form = form(place, answers);
                var lines = step.asks(answers).stream()
                        .filter(ask ->
                                !answers.all(place.name() + "." + ask.field()).isEmpty())
                        .filter(ask -> !ask.field().equals("another"))
                        .map(ask -> new CheckPage.Line(label(step, ask, answers), said(form, step, ask)))
                        .toList();
                sections.add(new CheckPage.Section(place.name(), title(place), lines));
            }
        }
        return sections;
    }

    private List<Step> asked(Answers answers) {
        return Stream.of(Step.values())
                .filter(step -> step.isAsked(answers, days.today()))
                .toList();
    }

    private String said(Form form, Step step, Ask ask) {
        if (step == Step.TOOL && ask.control() == Control.ONE_OF) {
            return tools().stream()
                    .filter(choice -> choice.value().equals(form.value(ask.field())))
                    .map(Field.Choice::words)
                    .findFirst()
                    .orElse("");
        }
        return ask.choices().isEmpty()
                ? form.value(ask.field())
                : String.join(
                        "; ",
                        form.values(ask.field()).stream()
                                .filter(ask.choices()::contains)
                                .map(choice -> choice(step, ask, choice).words())
                                .toList());
    }

    private String label(Step step, Ask ask, Answers answers) {
        return toHarmer(ask.field(), answers).orElseGet(() -> words.the(WORDS + step.page() + "." + ask.field()));
    }

    /// The name of an alleged perpetrator stands in a question about them, where several are named.
    private Optional<String> toHarmer(String field, Answers answers) {
        List<ToHarmer> all = ToHarmer.isOne(field) ? ToHarmer.asked(answers) : List.of();
        return all.size() < 2
                ? Optional.empty()
                : all.stream()
                        .filter(one -> one.field().equals(field))
                        .map(one -> toHarmer(answers, one.place()))
                        .findFirst();
    }

    private String toHarmer(Answers answers, int place) {
        String page = "perpetrator." + place;
        String name = (answers.text(page + ".given") + " " + answers.text(page + ".family")).strip();
        return name.isEmpty()
                ? words.the(WORDS + "other." + ToHarmer.field(place))
                : words.the(WORDS + "other.relation-to", name);
    }

    private List<Asked> asked(Place place, Form form, Answers answers) {
        return place.step().asks(answers).stream()
                .map(ask -> place.step() == Step.TOOL && ask.control() == Control.ONE_OF
                        ? new Asked(ask.control(), form.field(ask.field(), tools()))
                        : ask.asked(form, words.the("marac.refer.choose"), choice -> choice(place.step(), ask, choice)))
                .map(asked -> labelled(asked, answers))
                .toList();
    }

    private Asked labelled(Asked asked, Answers answers) {
        Field field = asked.field();
        return toHarmer(field.name(), answers)
                .map(label -> new Asked(
                        asked.control(),
                        Field.of(field.name(), label, field.hint(), field.values(), field.error(), field.choices())))
                .orElse(asked);
    }

    private List<Field.Choice> tools() {
        var choices = new ArrayList<Field.Choice>();
        choices.add(new Field.Choice("", words.the("marac.refer.choose")));
        tools.inUse().forEach(tool -> choices.add(new Field.Choice(tool.key(), tool.name())));
        choices.add(new Field.Choice("CANNOT", words.the("marac.refer.tool.which.CANNOT")));
        return choices;
    }

    private Field.Choice choice(Step step, Ask ask, String choice) {
        if (ask.isAnswer()) {
            return new Field.Choice(choice, words.the("people.answer." + choice));
        }
        String key = WORDS + step.page() + "." + ask.field() + "." + choice.replace(' ', '-');
        String shared = "marac.choice." + choice.replace(' ', '-');
        String own = words.find(key);
        return new Field.Choice(choice, own == null ? words.the(shared) : own, words.find(key + ".hint"));
    }

    String title(Place place) {
        return words.the(WORDS + place.step().page() + ".title", place.number());
    }

    private List<Side> sides(Answers answers, Place here) {
        var sides = new ArrayList<Side>();
        for (Step step : asked(answers)) {
            List<Integer> numbers = step.isRepeated() ? answers.places(step.page()) : List.of();
            if (numbers.isEmpty()) {
                numbers = List.of(step.first().number());
            }
            for (int number : numbers) {
                var place = new Place(step, number);
                sides.add(new Side(
                        place.name(),
                        words.the(WORDS + step.page() + ".side", number),
                        answers.has(place.name()),
                        place.name().equals(here.name())));
            }
        }
        return sides;
    }

    /// A page to go to, and why.
    record Go(String page, String words) {}

    /// All of it, before it is sent.
    ///
    /// @param walls what keeps it from being sent
    /// @param missing what would help
    /// @param doubts what looks wrong
    /// @param checklist whether the victim is 16 or 17
    /// @param childrensRoute whether the victim is under 16
    record CheckPage(
            UUID id,
            List<Go> walls,
            List<Go> missing,
            List<Go> doubts,
            boolean checklist,
            boolean childrensRoute,
            List<Section> sections) {

        record Section(String page, String title, List<Line> lines) {}

        record Line(String label, String words) {}
    }

    /// A draft in the list of those that were begun.
    record Begun(String path, String words, String changed) {

        static Begun of(Draft draft, Wording words) {
            String name = (draft.answers().text("victim.given") + " "
                            + draft.answers().text("victim.family"))
                    .strip();
            return new Begun(
                    "/refer/" + draft.id(),
                    name.isEmpty() ? words.the("marac.refer.nameless") : name,
                    words.the("marac.refer.changed", moment(draft.changedAt())));
        }

        private static String moment(Instant at) {
            return Days.words(at);
        }
    }
}
