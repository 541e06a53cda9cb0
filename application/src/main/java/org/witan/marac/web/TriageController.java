package org.witan.marac.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Crime;
import org.witan.marac.Ground;
import org.witan.marac.Incident;
import org.witan.marac.Listing;
import org.witan.marac.PromisedReferrals;
import org.witan.marac.ReadingReferrals;
import org.witan.marac.Referral;
import org.witan.marac.Repeat;
import org.witan.marac.RepeatDefinition;
import org.witan.marac.TriageOutcome;
import org.witan.marac.TriageQueue;
import org.witan.marac.Triaging;
import org.witan.marac.Triaging.CrimeAnswer;
import org.witan.marac.Triaging.Settlement;
import org.witan.marac.Withdrawing;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Ids;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The coordinator's triage: the queue, one referral on one page with its decision, and incidents that may be repeats.
@Controller
class TriageController {
    private static final int LONGEST = 5000;
    private static final int LONGEST_BECAUSE = 2000;
    private final TriageQueue queue;
    private final Triaging triaging;
    private final Listing listing;
    private final ReadingReferrals reading;
    private final ReferralPages pages;
    private final TriageWords notes;
    private final Withdrawing withdrawing;
    private final WithdrawalPages withdrawals;
    private final PromisedReferrals promised;
    private final PromisePages promises;
    private final OpeningWords opening;
    private final GroundWords grounds;
    private final Wording words;

    TriageController(
            TriageQueue queue,
            Triaging triaging,
            Listing listing,
            ReadingReferrals reading,
            ReferralPages pages,
            TriageWords notes,
            Withdrawing withdrawing,
            WithdrawalPages withdrawals,
            PromisedReferrals promised,
            PromisePages promises,
            OpeningWords opening,
            GroundWords grounds,
            Wording words) {
        this.queue = queue;
        this.triaging = triaging;
        this.listing = listing;
        this.reading = reading;
        this.pages = pages;
        this.notes = notes;
        this.withdrawing = withdrawing;
        this.withdrawals = withdrawals;
        this.promised = promised;
        this.promises = promises;
        this.opening = opening;
        this.grounds = grounds;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage")
    ModelAndView queue(Viewer viewer) {
        var waiting = queue.read(viewer);
        return new ModelAndView(
                "marac/triage",
                "page",
                new QueuePage(
                        waiting.referrals().stream().map(this::row).toList(),
                        waiting.incidents().stream().map(this::row).toList(),
                        promised.list(viewer).stream().map(promises::row).toList(),
                        withdrawing.list(viewer).stream().map(withdrawals::row).toList(),
                        waiting.unlisted().stream().map(notes::unlisted).toList()));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/{id}")
    ModelAndView referral(Viewer viewer, @PathVariable UUID id) {
        return decidePage(
                viewer, reading.read(viewer, id), Form.blank(words, "marac.decide", Map.of("ground", List.of())));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/{id}")
    ModelAndView decided(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.decide", Map.copyOf(sent));
        TriageOutcome outcome = form.oneOf("outcome", TriageOutcome.class);
        if (outcome == TriageOutcome.WITHDRAWN) {
            form.reject("outcome", "missing");
        }
        Ground ground = outcome != null && outcome.isHeard() ? form.oneOf("ground", Ground.class) : null;
        String reason = form.within("reason", LONGEST);
        if (outcome != null && !outcome.isHeard() && reason.isEmpty()) {
            form.reject("reason", "missing");
        }
        Crime crime = Objects.requireNonNullElse(sent.getFirst("crime"), "").isEmpty()
                ? null
                : form.oneOf("crime", Crime.class);
        String because = form.within("because", LONGEST_BECAUSE);
        if (crime == Crime.NO && because.isEmpty()) {
            form.reject("because", "missing");
        }
        if (outcome == null || !form.usable()) {
            var page = decidePage(viewer, reading.read(viewer, id), form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var answer = new CrimeAnswer(crime == null ? Crime.UNKNOWN : crime, crime == Crime.NO ? because : "");
        triaging.decide(viewer, id, outcome, ground, reason, answer, pages::repeat);
        return new ModelAndView(outcome.isHeard() ? "redirect:/triage/" + id : "redirect:/triage");
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/{id}/list")
    ModelAndView listed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID meeting = Ids.read(Form.sent(words, "marac.list", Map.copyOf(sent)).value("meeting"));
        if (meeting == null) {
            throw new Absent();
        }
        // Who would see it is said before anybody of an agency sees a case that is about a colleague.
        if (listing.opening(viewer, id, null).settled() != Settled.NOTHING_SAID) {
            return new ModelAndView("redirect:/triage/" + id + "/list/" + meeting);
        }
        listing.list(viewer, id, meeting);
        return new ModelAndView("redirect:/triage");
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/{id}/undo")
    ModelAndView undone(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID decision =
                Ids.read(Form.sent(words, "marac.decide", Map.copyOf(sent)).value("decision"));
        triaging.undo(viewer, id, decision == null ? id : decision);
        return new ModelAndView("redirect:/triage/" + id);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/incidents/{id}")
    ModelAndView incident(Viewer viewer, @PathVariable UUID id) {
        return incidentPage(queue.incident(viewer, id), Form.blank(words, "marac.incident", Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/incidents/{id}")
    ModelAndView settled(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.incident", Map.copyOf(sent));
        Settlement settlement = form.oneOf("settlement", Settlement.class);
        String reason = form.within("reason", LONGEST);
        if (settlement != null && settlement != Settlement.REFERRED && reason.isEmpty()) {
            form.reject("reason", "missing");
        }
        if (settlement == null || !form.usable()) {
            return incidentPage(queue.incident(viewer, id), form);
        }
        triaging.settle(viewer, id, settlement, reason);
        return new ModelAndView("redirect:/triage");
    }

    private ModelAndView decidePage(Viewer viewer, Referral referral, Form form) {
        return new ModelAndView(
                "marac/decide",
                "page",
                new DecidePage(
                        pages.page(viewer, referral),
                        form.problems(),
                        form.field("outcome", choices("marac.outcome.", chosen(), true)),
                        form.field("ground", choices("marac.ground.", Ground.values(), false)),
                        form.text("reason"),
                        asksForACrime(referral)
                                ? new CrimeFields(
                                        form.field("crime", choices("marac.crime.", Crime.values(), true)),
                                        form.text("because"))
                                : null,
                        conferences(viewer, referral),
                        opening.works(viewer, referral),
                        notes.area(viewer, referral),
                        notes.matches(viewer, referral),
                        notes.emergency(viewer, referral),
                        grounds.of(viewer, referral)));
    }

    /// Whether only the coordinator can say if it is a repeat.
    private static boolean asksForACrime(Referral referral) {
        return referral.earlier().stream().anyMatch(Repeat::asksForACrime);
    }

    /// The conferences on whose agenda it can be put; none before it is accepted.
    private List<Field.Choice> conferences(Viewer viewer, Referral referral) {
        return referral.decision().filter(one -> one.outcome().isHeard()).isEmpty()
                ? List.of()
                : listing.conferences(viewer).stream()
                        .map(one -> new Field.Choice(
                                one.id().toString(),
                                words.the("marac.hearing.meeting", one.boardName(), Days.words(one.startsAt()))))
                        .toList();
    }

    private ModelAndView incidentPage(TriageQueue.InFull found, Form form) {
        Incident incident = found.incident();
        var page = FormPage.titled(
                        words.the("marac.incident.title"),
                        "/triage/incidents/" + incident.id(),
                        words.the("marac.incident.do"))
                .above(incident.reference())
                .text(line(incident))
                .text(words.the("marac.incident.what", incident.words()))
                .text(pages.definition(incident.definition(), incident.crime()));
        if (incident.happenedOn().isBefore(incident.referredOn())
                || incident.happenedOn().isAfter(incident.until())) {
            page.text(words.the("marac.incident.outside"));
        }
        found.told().ifPresent(told -> promises.tell(page, told));
        return page.link(PromisePages.refer(incident.id()), words.the("marac.again.link"))
                .problems(form.problems())
                .ask(
                        FormPage.Control.RADIOS,
                        form.field("settlement", choices("marac.incident.settlement.", settlements(incident), true)))
                .ask(FormPage.Control.LINES, form.text("reason"))
                .back("/triage", words.the("marac.triage.title"))
                .made()
                .shown();
    }

    private static Settlement[] settlements(Incident incident) {
        boolean asks = incident.definition() == RepeatDefinition.WOULD_BE_A_CRIME && incident.crime() == Crime.UNKNOWN;
        return Stream.of(Settlement.values())
                .filter(one -> asks || one != Settlement.NO_CRIME)
                .toArray(Settlement[]::new);
    }

    private static TriageOutcome[] chosen() {
        return Stream.of(TriageOutcome.values()).filter(TriageOutcome::isChosen).toArray(TriageOutcome[]::new);
    }

    private List<Field.Choice> choices(String key, Enum<?>[] all, boolean hints) {
        return Stream.of(all)
                .map(one -> new Field.Choice(
                        one.name(), words.the(key + one), hints ? words.find(key + one + ".hint") : null))
                .toList();
    }

    private Row row(TriageQueue.Waiting waiting) {
        return new Row(
                waiting.referral(),
                waiting.reference(),
                words.the("marac.referral.by", Days.words(waiting.at()), waiting.agency()),
                waiting.grounds().stream()
                        .map(ground -> words.the("marac.ground." + ground))
                        .toList(),
                waiting.inDanger(),
                words.the(waiting.late() ? "marac.triage.late" : "marac.triage.due", Days.words(waiting.due())),
                waiting.late(),
                from(waiting.from()));
    }

    private String from(@Nullable String marac) {
        return marac == null ? "" : words.the("marac.transfer.from", marac);
    }

    private Row row(Incident incident) {
        return new Row(incident.id(), incident.reference(), line(incident), List.of(), false, "", false, "");
    }

    private String line(Incident incident) {
        return words.the(
                "marac.incident.line",
                Days.words(incident.happenedOn()),
                incident.agency(),
                Days.words(incident.referredOn()),
                Days.words(incident.until()),
                pages.met(incident.metOn()));
    }

    /// What waits.
    ///
    /// @param promises referrals that were promised and have not come
    /// @param unlisted what was accepted and stands on no agenda to come
    record QueuePage(
            List<Row> referrals,
            List<Row> incidents,
            List<PromisePages.Row> promises,
            List<WithdrawalPages.Row> withdrawals,
            List<TriageWords.Accepted> unlisted) {}

    /// One thing that waits.
    ///
    /// @param due by when it is to be read, in words; empty for an incident
    record Row(
            UUID id,
            String reference,
            String words,
            List<String> grounds,
            boolean inDanger,
            String due,
            boolean late,
            String from) {}

    /// Whether what happened would be a crime, and why it would be none.
    record CrimeFields(Field crime, Field because) {}

    /// @param crime null where what makes a repeat asks for no crime, or one is recorded
    /// @param conferences on whose agenda it can be put
    /// @param works that somebody in it works for an agency, with who can see it; null where nobody does
    /// @param area where the victim lives, as far as postcodes tell
    /// @param matches how many possible matches of its persons wait, in words; empty when none does
    /// @param emergency what is to be known about an emergency meeting; empty when none was decided
    /// @param risk how it was assessed, and which grounds the records bear out; null where risk is closed
    record DecidePage(
            ReferralPage referral,
            List<Problem> problems,
            Field outcome,
            Field ground,
            Field reason,
            @Nullable CrimeFields crime,
            List<Field.Choice> conferences,
            OpeningWords.@Nullable Works works,
            String area,
            String matches,
            List<String> emergency,
            GroundWords.@Nullable Summary risk) {}
}
