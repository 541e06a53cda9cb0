package org.witan.support.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.support.Offer;
import org.witan.support.Step;
import org.witan.support.StepKind;

/// Says of an offer what it is, how it stands, and for how long somebody has waited.
@Component
class OfferWords {
    private final Wording words;
    private final Days days;

    OfferWords(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    String the(String key, Object... values) {
        return words.the(key, values);
    }

    LocalDate today() {
        return days.today();
    }

    /// What is offered.
    String what(Offer offer) {
        return offer.strandWords().isEmpty()
                ? offer.kindWords()
                : words.the("support.what", offer.kindWords(), offer.strandWords());
    }

    /// How it stands, with the day and the reason.
    String state(Offer offer) {
        Step now = offer.now();
        String state = words.the("support.state." + now.what(), Days.words(now.onDay()));
        return Stream.of(
                        now.reason().isEmpty() ? state : words.the("support.state.because", state, now.reason()),
                        left(offer),
                        stopped(offer))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// That nobody may reach the person now; empty when they may.
    String stopped(Offer offer) {
        return stopped(offer.stoppedAt());
    }

    /// The same of a job.
    String stopped(@Nullable Instant at) {
        return at == null ? "" : words.the("support.stopped", Days.words(at));
    }

    private String left(Offer offer) {
        Instant provider = offer.providerClosedAt();
        Instant agency = offer.agencyClosedAt();
        return Stream.of(
                        offer.isLeftByProvider() && provider != null
                                ? words.the("support.left", Days.words(provider))
                                : "",
                        offer.isLeftByAgency() && agency != null
                                ? words.the("support.left.agency", Days.words(agency))
                                : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// By when something should come of it; empty when nothing is awaited.
    String due(Offer offer) {
        LocalDate due = offer.due();
        if (due == null) {
            return "";
        }
        String waits = offer.now().what() == StepKind.OFFERED ? "answer" : "start";
        return words.the("support.due." + waits + (offer.isLate(days.today()) ? ".late" : ""), Days.words(due));
    }

    /// For how long somebody waits, or waited.
    String waited(Offer offer) {
        return words.the("support.waited", offer.waited(days.today()));
    }

    /// A step as a line of what happened.
    String step(Step step, boolean agency) {
        String what = step.what() == StepKind.SESSION
                ? words.the("support.step.SESSION." + Boolean.TRUE.equals(step.attended()))
                : words.the("support.step." + step.what());
        return Stream.of(
                        words.the("support.step.line", Days.words(step.onDay()), what),
                        step.reason(),
                        step.words(),
                        step.pence() == null ? "" : pounds(step.pence()),
                        agency ? words.the("support.step.by", step.agency()) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// An amount of money.
    static String pounds(@Nullable Integer pence) {
        return pence == null ? "" : String.format(Locale.UK, "£%,.2f", BigDecimal.valueOf(pence, 2));
    }

    /// A person with what they are in the case.
    String person(SourceRecord person) {
        return words.the("support.person", name(person), words.the("support.standing." + person.standing()));
    }

    String name(SourceRecord person) {
        String name = (person.name().given() + " " + person.name().family()).strip();
        return name.isEmpty() ? words.the("people.name.none") : name;
    }
}
