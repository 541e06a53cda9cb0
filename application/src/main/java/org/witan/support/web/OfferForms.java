package org.witan.support.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Refused;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.Choice;
import org.witan.support.Family;
import org.witan.support.MoveNeed;
import org.witan.support.OfferKind;
import org.witan.support.Offering.Beginning;
import org.witan.support.Offering.Given;
import org.witan.support.Offering.Suggestion;

/// The fields of an offer: asked and read.
@Component
class OfferForms {
    static final String FORM = "support.new";
    private static final Pattern COUNT = Pattern.compile("1?[0-9]");
    private static final int LINES = 2_000;
    private final OfferWords offers;
    private final VacancyWords vacancies;
    private final Wording words;

    OfferForms(OfferWords offers, VacancyWords vacancies, Wording words) {
        this.vacancies = vacancies;
        this.offers = offers;
        this.words = words;
    }

    /// The page that asks.
    ModelAndView page(Beginning beginning, OfferKind kind, Form form) {
        boolean programme = kind == OfferKind.PERPETRATOR_PROGRAMME;
        Choice about = beginning.kinds().stream()
                .filter(one -> one.code().equals(kind.name()))
                .findFirst()
                .orElseThrow();
        String plan = "/support/plans/" + beginning.plan().whole();
        var page = FormPage.titled(
                        words.the("support.new.title", about.of()),
                        "/support/new/" + beginning.plan().whole() + "/"
                                + beginning.person().id(),
                        words.the(programme ? "support.new.suggest" : "support.new.do"))
                .above(words.the("support.new.above", beginning.plan().reference(), offers.person(beginning.person())))
                .text(about.words())
                .hidden("id", form.value("id"))
                .hidden("kind", kind.name())
                .hidden("action", form.value("action"))
                .problems(form.problems())
                .back(plan, beginning.plan().reference());
        List<Field.Choice> strands = strands(beginning, kind);
        if (!strands.isEmpty()) {
            page.ask(Control.RADIOS, form.field("strand", strands));
        }
        page.ask(Control.RADIOS, form.field("provider", providers(beginning, kind)));
        if (programme) {
            page.warning(words.the("support.new.programme"))
                    .ask(Control.LINES, form.text("reveal"))
                    .ask(Control.RADIOS, form.field("partner", yesOrNo("support.new.partner.")));
        } else {
            if (!beginning.ways().mayBeReached()) {
                page.warning(words.the("support.new.unsafe"));
            }
            page.ask(Control.RADIOS, form.field("consent", consents()))
                    .ask(Control.RADIOS, form.field("declined", reasons(beginning)))
                    .ask(Control.RADIOS, form.field("reach", reaches()));
        }
        if (kind.isARoof()) {
            page.ask(Control.TEXT, form.text("adults"))
                    .ask(Control.TEXT, form.text("children"))
                    .ask(Control.CHECKBOXES, form.field("along", along()));
        }
        if (kind == OfferKind.MANAGED_MOVE) {
            page.warning(words.the("support.new.nameless"))
                    .ask(Control.ONE_OF, form.field("landlord", landlords(beginning)))
                    .ask(Control.TEXT, form.text("bedrooms"))
                    .ask(Control.LINES, form.text("avoid"));
        }
        if (kind.hidesAPlace()) {
            page.warning(words.the("support.new.place"));
        }
        return page.ask(Control.LINES, form.text("eligibility"))
                .ask(Control.LINES, form.text("needs"))
                .made()
                .shown();
    }

    /// What was typed; null when something of it cannot be used.
    @Nullable
    Given read(Form form, OfferKind kind, Beginning beginning) {
        @Nullable UUID provider = Ids.read(form.value("provider"));
        if (provider == null) {
            form.reject("provider", "missing");
        }
        @Nullable Suggestion suggestion = kind == OfferKind.PERPETRATOR_PROGRAMME ? suggestion(form) : null;
        @Nullable String declined = null;
        boolean direct = true;
        if (kind != OfferKind.PERPETRATOR_PROGRAMME) {
            @Nullable Consent consent = form.oneOf("consent", Consent.class);
            if (consent == Consent.NOT_ASKED) {
                form.reject("consent", "not-asked");
            }
            declined = consent == Consent.NO ? declined(form, beginning) : null;
            direct = consent == Consent.YES && form.oneOf("reach", Reach.class) == Reach.DIRECT;
        }
        @Nullable Family family = kind.isARoof() ? family(form) : null;
        @Nullable MoveNeed move = kind == OfferKind.MANAGED_MOVE ? move(form) : null;
        String eligibility = form.within("eligibility", LINES);
        String needs = form.within("needs", LINES);
        @Nullable UUID action = Ids.read(form.value("action"));
        String strand = form.value("strand");
        boolean known =
                strands(beginning, kind).stream().anyMatch(one -> one.value().equals(strand));
        return provider == null || !form.usable()
                ? null
                : new Given(
                        kind,
                        known ? strand : null,
                        provider,
                        direct,
                        declined,
                        eligibility,
                        needs,
                        action,
                        suggestion,
                        family,
                        move);
    }

    /// Says at the field why a rule refuses.
    void refuse(Form form, Refused refused) {
        switch (refused.reason()) {
            case "support.refused.unsafe" -> form.reject("reach", "unsafe");
            case "support.refused.stopped" -> form.reject("reach", "stopped");
            case "support.refused.place" -> form.reject("needs", "place");
            case "support.refused.name" -> form.reject("needs", "name");
            case "support.refused.reveals" -> form.reject("reveal", "missing");
            default -> throw refused;
        }
    }

    private Suggestion suggestion(Form form) {
        String why = form.within("reveal", LINES);
        if (why.length() < 20) {
            form.reject("reveal", "missing");
        }
        return new Suggestion(why, form.oneOf("partner", YesOrNo.class) == YesOrNo.YES);
    }

    /// Why she does not agree is what the partnership learns from: it is asked, and "none was given" is an answer.
    private static @Nullable String declined(Form form, Beginning beginning) {
        String why = form.value("declined");
        if (beginning.reasons().stream().anyMatch(one -> one.code().equals(why))) {
            return why;
        }
        form.reject("declined", "missing");
        return null;
    }

    private static List<Field.Choice> reasons(Beginning beginning) {
        return beginning.reasons().stream()
                .map(one -> new Field.Choice(one.code(), one.words()))
                .toList();
    }

    private static List<Field.Choice> strands(Beginning beginning, OfferKind kind) {
        return beginning.strands().stream()
                .filter(one -> one.of().equals(kind.name()))
                .map(one -> new Field.Choice(one.code(), one.words()))
                .toList();
    }

    private List<Field.Choice> providers(Beginning beginning, OfferKind kind) {
        String part = kind == OfferKind.PERPETRATOR_PROGRAMME ? "PERPETRATOR_VIEW" : "SUPPORT";
        return beginning.providers().stream()
                .filter(one -> one.of().equals(part))
                .filter(one -> mayGive(beginning, one, kind))
                .map(one -> new Field.Choice(
                        one.code(), one.words(), kind == OfferKind.REFUGE ? room(beginning, one) : null))
                .toList();
    }

    /// Whoever said that it gives something else is not offered to be asked.
    private static boolean mayGive(Beginning beginning, Choice provider, OfferKind kind) {
        return beginning.givers().stream()
                .filter(one -> one.agency().toString().equals(provider.code()))
                .allMatch(one -> kind == OfferKind.PERPETRATOR_PROGRAMME || one.mayGive(kind));
    }

    /// What room a refuge has; null when it told nothing.
    private @Nullable String room(Beginning beginning, Choice provider) {
        return beginning.vacancies().stream()
                .filter(one -> one.agency().toString().equals(provider.code()))
                .map(vacancies::line)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Family family(Form form) {
        int adults = count(form, "adults");
        int children = count(form, "children");
        if (form.usable() && adults + children == 0) {
            form.reject("adults", "nobody");
        }
        List<String> along = form.values("along");
        return form.usable() ? new Family(adults, children, along.contains("PETS"), along.contains("ACCESS")) : null;
    }

    private static MoveNeed move(Form form) {
        List<String> avoid = form.within("avoid", LINES)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (avoid.stream().anyMatch(line -> line.length() < 2 || line.length() > 60)) {
            form.reject("avoid", "not-an-area");
        }
        return new MoveNeed(Ids.read(form.value("landlord")), Math.min(count(form, "bedrooms"), 10), avoid);
    }

    private List<Field.Choice> landlords(Beginning beginning) {
        return Stream.concat(
                        Stream.of(new Field.Choice("", words.the("support.new.landlord.none"))),
                        beginning.landlords().stream().map(one -> new Field.Choice(one.code(), one.words())))
                .toList();
    }

    private static int count(Form form, String field) {
        String typed = form.value(field);
        if (!COUNT.matcher(typed).matches()) {
            form.reject(field, "not-a-number");
            return 0;
        }
        return Integer.parseInt(typed);
    }

    private List<Field.Choice> along() {
        return Stream.of("PETS", "ACCESS")
                .map(one -> new Field.Choice(one, words.the("support.new.along." + one)))
                .toList();
    }

    private List<Field.Choice> consents() {
        return words.choices("support.new.consent", Consent.values());
    }

    private List<Field.Choice> reaches() {
        return words.choices("support.new.reach", Reach.values());
    }

    private List<Field.Choice> yesOrNo(String key) {
        return Stream.of(YesOrNo.values())
                .map(one -> new Field.Choice(one.name(), words.the(key + one)))
                .toList();
    }

    /// Whether the person agrees that the provider is asked.
    enum Consent {
        YES,
        NO,
        NOT_ASKED
    }

    /// Who speaks to the person.
    enum Reach {
        DIRECT,
        IDVA
    }

    enum YesOrNo {
        YES,
        NO
    }
}
