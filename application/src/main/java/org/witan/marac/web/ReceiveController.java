package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.ReceivedKind;
import org.witan.marac.ReceivingTransfers;
import org.witan.marac.TransferContent;
import org.witan.marac.TransferWhy;
import org.witan.marac.TransferredIn;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Receives cases from other MARACs: opens a sealed file, shows what it holds, makes a referral of it by one press, and
/// keeps what is still missing.
@Controller
class ReceiveController {
    private static final String FORM = "marac.transfer.receive";
    private static final String ORIGIN = "marac.transfer.origin";
    private static final int LINE = 200;
    private static final int WORDS = 5000;
    private final ReceivingTransfers receiving;
    private final TransferPages pages;
    private final TransferText text;
    private final Wording words;
    private final Days days;

    ReceiveController(ReceivingTransfers receiving, TransferPages pages, TransferText text, Wording words, Days days) {
        this.receiving = receiving;
        this.pages = pages;
        this.text = text;
        this.words = words;
        this.days = days;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers/receive")
    ModelAndView blank(Viewer viewer) {
        return form(Form.blank(words, FORM, Map.of()));
    }

    /// Shows what a file holds, or says beside it why it cannot be opened.
    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/receive")
    ModelAndView opened(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        String file = form.required("sealed");
        String phrase = form.required("phrase");
        if (form.usable()) {
            try {
                TransferContent content = receiving.open(viewer, file, phrase);
                return new ModelAndView("marac/received", "page", new OpenedPage(file, phrase, text.sections(content)));
            } catch (Refused refused) {
                String reason = refused.reason();
                String key = reason.substring(reason.lastIndexOf('.') + 1);
                form.reject(key.equals("phrase") ? "phrase" : "sealed", key);
            }
        }
        return form(form);
    }

    private ModelAndView form(Form form) {
        var page = new ModelAndView(
                "marac/receive",
                "page",
                // What was typed as a pass phrase is never shown again.
                new ReceivePage(form.problems(), form.text("sealed"), form.password("phrase", "off")));
        if (!form.usable()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/receive/referral")
    ModelAndView referred(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        UUID referral = receiving.receive(viewer, form.value("sealed"), form.value("phrase"));
        return new ModelAndView("redirect:/triage/" + referral);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers/in/{referral}")
    ModelAndView received(Viewer viewer, @PathVariable UUID referral) {
        return page(receiving.read(viewer, referral), Form.blank(words, "marac.transfer.gap", Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/in/{referral}/settled")
    ModelAndView settled(Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.transfer.gap", Map.copyOf(sent));
        ReceivedKind what = form.oneOf("what", ReceivedKind.class);
        form.required("words");
        String how = form.within("words", WORDS);
        if (what == null || !form.usable()) {
            return page(receiving.read(viewer, referral), form);
        }
        receiving.settle(viewer, referral, what, how);
        return new ModelAndView("redirect:/transfers/in/" + referral);
    }

    private ModelAndView page(TransferredIn found, Form form) {
        var page = new ModelAndView("marac/transfer-in", "page", pages.received(found, form));
        if (!form.usable()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers/in/{referral}/origin")
    ModelAndView origin(Viewer viewer, @PathVariable UUID referral) {
        return originPage(viewer, referral, Form.blank(words, ORIGIN, Map.of()));
    }

    /// Says that a referral came from another MARAC by post, telephone or mail.
    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/in/{referral}/origin")
    ModelAndView cameFrom(
            Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, ORIGIN, Map.copyOf(sent));
        form.required("marac");
        String marac = form.within("marac", LINE);
        String person = form.within("person", LINE);
        String reference = form.within("reference", 100);
        TransferWhy why = form.oneOf("why", TransferWhy.class);
        LocalDate on = Days.read(form.value("on")).orElse(days.today());
        if (why == null || !form.usable()) {
            return originPage(viewer, referral, form);
        }
        receiving.cameFrom(viewer, referral, new TransferContent.Sent(marac, person, on, reference, why, ""));
        return new ModelAndView("redirect:/transfers/in/" + referral);
    }

    private ModelAndView originPage(Viewer viewer, UUID referral, Form form) {
        String reference = receiving.referenceOf(viewer, referral);
        List<Field.Choice> whys = Stream.of(TransferWhy.values())
                .map(why -> new Field.Choice(why.name(), words.the("marac.transfer.why." + why)))
                .toList();
        return FormPage.titled(words.the(ORIGIN), "/transfers/in/" + referral + "/origin", words.the(ORIGIN + ".do"))
                .above(reference)
                .text(words.the(ORIGIN + ".text"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("marac"))
                .ask(Control.TEXT, form.text("person"))
                .ask(Control.TEXT, form.text("reference"))
                .ask(Control.TEXT, form.text("on"))
                .ask(Control.RADIOS, form.field("why", whys))
                .back("/referrals/" + referral, words.the("site.cancel"))
                .made()
                .shown();
    }

    /// The form for a sealed file.
    record ReceivePage(List<Problem> problems, Field sealed, Field phrase) {}

    /// What a file holds. It is kept on this page only, and goes with the press that makes a referral of it.
    record OpenedPage(String sealed, String phrase, List<TransferText.Section> sections) {}
}
