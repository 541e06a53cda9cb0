package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.protection.Disclosing;
import org.witan.marac.protection.DisclosureRequest;
import org.witan.marac.protection.DisclosureRequest.Kind;
import org.witan.marac.protection.DisclosureRequest.Step;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes the page of the disclosure-scheme requests of a referral.
@Component
class DisclosurePages {
    private final Wording words;
    private final Days days;

    DisclosurePages(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// @param handles whether whoever looks reads the steps and takes them
    record Page(
            UUID referral,
            String reference,
            boolean handles,
            List<Line> requests,
            List<Problem> problems,
            String id,
            Field applicant,
            Field day) {}

    /// A request.
    ///
    /// @param clock when what is due, those that are late marked; empty for whoever only made it
    /// @param open whether a step can be taken
    record Line(UUID id, String words, String by, List<Due> clock, List<StepLine> steps, boolean open) {}

    /// Something with its day.
    record Due(String words, boolean late) {}

    /// A step.
    ///
    /// @param undo whether it can be undone
    record StepLine(UUID id, String words, boolean undo) {}

    Page page(Disclosing.Requests requests, Form form, Field applicant) {
        return new Page(
                requests.referral(),
                requests.reference(),
                requests.handles(),
                requests.all().stream()
                        .map(one -> line(one, requests.handles()))
                        .toList(),
                form.problems(),
                form.value("id"),
                applicant,
                form.text("day"));
    }

    private Line line(DisclosureRequest one, boolean handles) {
        return new Line(
                one.id(),
                words.the(
                        "marac.disclosure.line",
                        words.the("marac.disclosure.route." + one.route()),
                        words.the("marac.disclosure.applicant." + one.applicant()),
                        Days.words(one.receivedOn())),
                words.the("marac.disclosure.by", somebody(one.by()), one.agency()),
                handles ? clock(one) : List.of(),
                handles ? one.steps().stream().map(this::step).toList() : List.of(),
                handles && !one.next().isEmpty());
    }

    private List<Due> clock(DisclosureRequest one) {
        boolean open = one.isOpen();
        return Stream.of(
                        due("checked", one.dues().checked(), open && !one.has(Kind.CHECKED)),
                        due("met", one.dues().met(), open && !one.has(Kind.MET)),
                        due("answered", one.dues().answered(), open))
                .flatMap(List::stream)
                .toList();
    }

    private List<Due> due(String what, @Nullable LocalDate day, boolean waits) {
        if (day == null || !waits) {
            return List.of();
        }
        boolean late = day.isBefore(days.today());
        return List.of(new Due(
                words.the(
                        late ? "marac.disclosure.late" : "marac.disclosure.due",
                        words.the("marac.disclosure.due." + what),
                        Days.words(day)),
                late));
    }

    private StepLine step(Step step) {
        var to = step.to();
        String said = to == null
                ? words.the("marac.disclosure.what." + step.what())
                : words.the("marac.disclosure.given", words.the("marac.disclosure.to." + to), step.givenBy());
        return new StepLine(
                step.id(),
                words.the(
                        step.undone() ? "marac.disclosure.undone" : "marac.disclosure.done",
                        Days.words(step.day()),
                        said,
                        somebody(step.by())),
                !step.undone());
    }

    private String somebody(@Nullable String by) {
        return by == null || by.isEmpty() ? words.the("marac.somebody") : by;
    }
}
