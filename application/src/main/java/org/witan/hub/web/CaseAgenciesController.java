package org.witan.hub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.witan.hub.AskingAgencies;
import org.witan.hub.HubCaseInFull;
import org.witan.hub.HubCaseInFull.Request;
import org.witan.hub.HubMeetings;
import org.witan.hub.Known;
import org.witan.hub.LeadingCases;
import org.witan.hub.ReadingHub;
import org.witan.meeting.Agency;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The agencies of a case: which one leads, which are asked, and what they answer.
@Controller
class CaseAgenciesController {
    private static final String LEAD = "hub.lead";
    private static final String ASK = "hub.ask";
    private static final String ANSWER = "hub.answer";
    private final LeadingCases leading;
    private final AskingAgencies asking;
    private final ReadingHub reading;
    private final HubMeetings meetings;
    private final CaseForms forms;
    private final Wording words;
    private final Days days;

    CaseAgenciesController(
            LeadingCases leading,
            AskingAgencies asking,
            ReadingHub reading,
            HubMeetings meetings,
            CaseForms forms,
            Wording words,
            Days days) {
        this.leading = leading;
        this.asking = asking;
        this.reading = reading;
        this.meetings = meetings;
        this.forms = forms;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/lead")
    ModelAndView lead(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(viewer, id, LEAD, Map.of(), naming(viewer));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/lead")
    ModelAndView named(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, LEAD, sent);
        UUID agency = Ids.read(form.value("agency"));
        if (agency == null) {
            form.reject("agency", "missing");
        }
        return forms.send(
                viewer,
                id,
                form,
                "agency",
                () -> agency != null && leading.lead(viewer, Typed.carried(form, "id"), id, form.version(), agency),
                naming(viewer));
    }

    private CaseForms.Asking naming(Viewer viewer) {
        return (found, form, refused, changed) -> forms.begin(found, LEAD, "lead", form, refused, changed)
                .text(words.the("hub.lead.text"))
                .ask(
                        Control.RADIOS,
                        form.field(
                                "agency",
                                choices(meetings.agencies(viewer, found.line().id()))));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @GetMapping("/hub/cases/{id}/ask")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id) {
        return forms.blank(
                viewer, id, ASK, Map.of("purpose", List.of(words.the("hub.add.purpose.usual"))), asking(viewer));
    }

    @OpenTo(Role.HUB_COORDINATOR)
    @PostMapping("/hub/cases/{id}/ask")
    ModelAndView asked(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, ASK, sent);
        List<UUID> agencies = form.values("agencies").stream()
                .flatMap(value -> Stream.ofNullable(Ids.read(value)))
                .toList();
        if (agencies.isEmpty()) {
            form.reject("agencies", "missing");
        }
        String purpose = Typed.text(form, "purpose", 500);
        LocalDate due = Typed.day(form, "due");
        if (due != null && due.isBefore(days.today())) {
            form.reject("due", "past");
        }
        return forms.send(
                viewer,
                id,
                form,
                "agencies",
                () -> asking.ask(viewer, id, form.version(), agencies, purpose, Objects.requireNonNull(due)),
                asking(viewer));
    }

    private CaseForms.Asking asking(Viewer viewer) {
        return (found, form, refused, changed) -> forms.begin(found, ASK, "ask", form, refused, changed)
                .text(words.the("hub.ask.text"))
                .ask(
                        Control.CHECKBOXES,
                        form.field(
                                "agencies",
                                choices(meetings.agencies(viewer, found.line().id()).stream()
                                        .filter(one -> found.requests().stream()
                                                .noneMatch(request ->
                                                        request.agency().equals(one.id())))
                                        .toList())))
                .ask(Control.TEXT, form.text("purpose"))
                .ask(Control.TEXT, form.text("due"));
    }

    @OpenTo(Role.REPRESENTATIVE)
    @GetMapping("/hub/cases/{id}/requests/{request}")
    ModelAndView answer(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request) {
        Request mine = mine(reading.open(viewer, id), request);
        Map<String, List<String>> known = mine.known() == null
                ? Map.of()
                : Map.of("known", List.of(mine.known().name()), "words", List.of(mine.words()));
        return forms.blank(viewer, id, ANSWER, known, answering(request));
    }

    @OpenTo(Role.REPRESENTATIVE)
    @PostMapping("/hub/cases/{id}/requests/{request}")
    ModelAndView answered(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> sent) {
        mine(reading.open(viewer, id), request);
        var form = Form.sent(words, ANSWER, sent);
        Known known = form.oneOf("known", Known.class);
        String said = form.within("words", 5_000);
        if (known != null && known != Known.NOT_KNOWN && said.isEmpty()) {
            form.reject("words", "missing");
        }
        return forms.send(
                viewer,
                id,
                form,
                "known",
                () -> {
                    asking.answer(viewer, Typed.carried(form, "id"), id, request, Objects.requireNonNull(known), said);
                    return true;
                },
                answering(request));
    }

    private CaseForms.Asking answering(UUID request) {
        return (found, form, refused, changed) -> {
            Request mine = mine(found, request);
            var known = words.choices("hub.known", Known.values());
            return forms.begin(found, ANSWER, "requests/" + request, form, refused, changed)
                    .text(words.the(
                            "hub.answer.whom",
                            Objects.requireNonNullElse(found.line().name(), ""),
                            found.line().born() == null
                                    ? ""
                                    : Days.words(found.line().born())))
                    .text(words.the("hub.answer.purpose", mine.purpose()))
                    .text(words.the("hub.answer.text"))
                    .ask(Control.RADIOS, form.field("known", known))
                    .ask(Control.LINES, form.text("words"));
        };
    }

    private static Request mine(HubCaseInFull found, UUID request) {
        return found.requests().stream()
                .filter(one -> one.id().equals(request) && one.mine())
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private static List<Field.Choice> choices(List<Agency> agencies) {
        return agencies.stream()
                .map(agency -> new Field.Choice(agency.id().toString(), agency.name()))
                .toList();
    }
}
