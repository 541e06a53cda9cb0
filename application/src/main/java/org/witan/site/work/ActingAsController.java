package org.witan.site.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Choice;
import org.witan.access.OpenToSignedIn;
import org.witan.access.Purpose;
import org.witan.access.directory.ChoosingHowToAct;
import org.witan.access.directory.ChoosingHowToAct.Way;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wanted;
import org.witan.site.Wording;

/// Where somebody who has signed in says for which agency, in which role and why they act. Asked once a session, and
/// again whenever they want to change it.
@Controller
class ActingAsController {
    private static final String MEMBERSHIP = "membership";
    private static final String PURPOSE = "purpose";
    private final ChoosingHowToAct choosing;
    private final AskingWhy why;
    private final Wording words;

    ActingAsController(ChoosingHowToAct choosing, AskingWhy why, Wording words) {
        this.choosing = choosing;
        this.why = why;
        this.words = words;
    }

    @OpenToSignedIn
    @GetMapping("/acting-as")
    ModelAndView ask(Caller caller, HttpServletRequest request) {
        List<Way> ways = choosing.ways(caller);
        if (ways.isEmpty()) {
            return new ModelAndView("work/no-agency");
        }
        if (ways.size() == 1) {
            return purposeOf(ways.getFirst(), caller, request, Form.blank(words, "work.why", Map.of()));
        }
        Choice choice = choice(request);
        Map<String, List<String>> known = choice == null
                ? Map.of()
                : Map.of(MEMBERSHIP, List.of(choice.membership().toString()));
        return membershipPage(ways, Form.blank(words, "work.acting", known)).shown();
    }

    @OpenToSignedIn
    @PostMapping("/acting-as")
    ModelAndView chosen(Caller caller, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        List<Way> ways = choosing.ways(caller);
        Form form = Form.sent(words, "work.acting", sent);
        String chosen = form.required(MEMBERSHIP);
        if (!form.usable()) {
            return membershipPage(ways, form).shown();
        }
        return purposeOf(theWay(ways, chosen), caller, request, Form.blank(words, "work.why", Map.of()));
    }

    @OpenToSignedIn
    @GetMapping("/acting-as/purpose")
    ModelAndView askWhy(Caller caller, HttpServletRequest request) {
        Choice choice = choice(request);
        if (choice == null) {
            return new ModelAndView("redirect:/acting-as");
        }
        Optional<Way> way = choosing.ways(caller).stream()
                .filter(one -> one.membership().equals(choice.membership()))
                .findFirst();
        if (way.isEmpty()) {
            return new ModelAndView("redirect:/acting-as");
        }
        var known = Map.of(PURPOSE, List.of(choice.purpose().name()));
        return purposePage(way.get(), Form.blank(words, "work.why", known)).shown();
    }

    @OpenToSignedIn
    @PostMapping("/acting-as/purpose")
    ModelAndView answered(Caller caller, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.sent(words, "work.why", sent);
        Way way = theWay(choosing.ways(caller), form.value(MEMBERSHIP));
        Optional<Purpose> purpose = Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(form.value(PURPOSE)))
                .findFirst();
        if (purpose.isEmpty()) {
            form.reject(PURPOSE, "missing");
            return purposePage(way, form).shown();
        }
        return choose(caller, request, way, purpose.get());
    }

    private ModelAndView purposeOf(Way way, Caller caller, HttpServletRequest request, Form form) {
        return way.purposes().size() == 1
                ? choose(caller, request, way, way.purposes().getFirst().purpose())
                : purposePage(way, form).shown();
    }

    private ModelAndView choose(Caller caller, HttpServletRequest request, Way way, Purpose purpose) {
        Choice choice = choosing.choose(caller, way.membership(), purpose);
        HttpSession session = request.getSession();
        if (!choice.equals(choice(request))) {
            why.forget(session);
        }
        session.setAttribute(Choice.ATTRIBUTE, choice);
        String wanted = Wanted.take(session);
        why.answer(session, wanted);
        return new ModelAndView("redirect:" + wanted);
    }

    private static Way theWay(List<Way> ways, String membership) {
        UUID id = uuid(membership);
        return ways.stream()
                .filter(way -> way.membership().equals(id))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Absent();
        }
    }

    private static @Nullable Choice choice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Choice.ATTRIBUTE) instanceof Choice choice ? choice : null;
    }

    private FormPage membershipPage(List<Way> ways, Form form) {
        var choices = ways.stream()
                .map(way -> new Field.Choice(
                        way.membership().toString(), words.the("work.acting.one", way.agencyName(), way.roleWords())))
                .toList();
        return FormPage.titled(words.the("work.acting.title"), "/acting-as", words.the("work.continue"))
                .text(words.the("work.acting.text"))
                .problems(form.problems())
                .ask(Control.RADIOS, form.field(MEMBERSHIP, choices))
                .made();
    }

    private FormPage purposePage(Way way, Form form) {
        var choices = way.purposes().stream()
                .map(one -> new Field.Choice(one.purpose().name(), one.words()))
                .toList();
        return FormPage.titled(words.the("work.why.title"), "/acting-as/purpose", words.the("work.continue"))
                .above(words.the("work.acting.one", way.agencyName(), way.roleWords()))
                .text(words.the("work.why.text"))
                .problems(form.problems())
                .hidden(MEMBERSHIP, way.membership())
                .ask(Control.RADIOS, form.field(PURPOSE, choices))
                .made();
    }
}
