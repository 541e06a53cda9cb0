package org.witan.marac.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.KeepingOrders.Beginning;
import org.witan.marac.protection.KeepingOrders.Change;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.shared.Identity;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Writes down an order, puts it right, and says that it was renewed.
@Controller
class OrderWritingController {
    private final KeepingOrders keeping;
    private final OrderForms forms;
    private final OrderPages pages;
    private final Wording words;
    private final Clock clock;

    OrderWritingController(KeepingOrders keeping, OrderForms forms, OrderPages pages, Wording words, Clock clock) {
        this.keeping = keeping;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenToOrderWriters
    @GetMapping("/orders/new/{referral}")
    ModelAndView begin(Viewer viewer, @PathVariable UUID referral) {
        Beginning beginning = keeping.begin(viewer, referral);
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(newId().toString()));
        if (beginning.harmers().size() == 1) {
            known.put("binds", List.of(beginning.harmers().getFirst().id().toString()));
        }
        return page(beginning, Form.blank(words, OrderForms.FORM, known));
    }

    @OpenToOrderWriters
    @PostMapping("/orders/new/{referral}")
    ModelAndView write(Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        Beginning beginning = keeping.begin(viewer, referral);
        var form = Form.sent(words, OrderForms.FORM, Map.copyOf(sent));
        List<UUID> binds = forms.persons(form, "binds", !beginning.harmers().isEmpty());
        List<UUID> protects =
                forms.persons(form, "protects", !beginning.others().isEmpty());
        @Nullable OrderTerms terms = forms.read(form, beginning.types());
        UUID id = Ids.read(form.value("id"));
        if (terms == null || id == null || !form.usable()) {
            return page(beginning, form);
        }
        keeping.write(viewer, id, referral, terms, binds, protects);
        return new ModelAndView("redirect:/orders/" + id);
    }

    @OpenToOrderWriters
    @GetMapping("/orders/{id}/correct")
    ModelAndView correct(Viewer viewer, @PathVariable UUID id) {
        return changed(viewer, id, OrderStep.CORRECTED);
    }

    @OpenToOrderWriters
    @PostMapping("/orders/{id}/correct")
    ModelAndView corrected(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return change(viewer, id, OrderStep.CORRECTED, Map.copyOf(sent));
    }

    @OpenToOrderWriters
    @GetMapping("/orders/{id}/renew")
    ModelAndView renew(Viewer viewer, @PathVariable UUID id) {
        return changed(viewer, id, OrderStep.RENEWED);
    }

    @OpenToOrderWriters
    @PostMapping("/orders/{id}/renew")
    ModelAndView renewed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return change(viewer, id, OrderStep.RENEWED, Map.copyOf(sent));
    }

    private ModelAndView changed(Viewer viewer, UUID id, OrderStep what) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var known = new HashMap<>(OrderForms.typed(order.now().terms()));
        known.put("id", List.of(newId().toString()));
        known.put("version", List.of(String.valueOf(order.now().version())));
        if (what == OrderStep.RENEWED) {
            // Its new end is what this page is for.
            known.put("ends", List.of());
            known.put("further", List.of());
        }
        return page(viewer, order, what, Form.blank(words, OrderForms.FORM, known), List.of());
    }

    private ModelAndView change(Viewer viewer, UUID id, OrderStep what, Map<String, List<String>> sent) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var form = Form.sent(words, OrderForms.FORM, sent);
        @Nullable OrderTerms terms = forms.read(form, keeping.types(viewer));
        String reason = what == OrderStep.RENEWED ? form.within("reason", 2_000) : OrderForms.reason(form);
        UUID term = Ids.read(form.value("id"));
        if (terms == null || term == null || !form.usable()) {
            return page(viewer, order, what, form, List.of());
        }
        boolean done = keeping.change(viewer, id, term, version(form), new Change(what, terms, null, reason));
        if (done) {
            return new ModelAndView("redirect:/orders/" + id);
        }
        return stale(viewer, id, what, sent, version(form));
    }

    /// Somebody else was faster: what they wrote is shown, and what was typed is kept to be sent again.
    private ModelAndView stale(Viewer viewer, UUID id, OrderStep what, Map<String, List<String>> sent, int version) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var again = new HashMap<>(sent);
        again.put("version", List.of(String.valueOf(order.now().version())));
        List<String> meanwhile = order.terms().stream()
                .filter(term -> term.version() > version)
                .map(pages::history)
                .toList();
        return page(viewer, order, what, Form.sent(words, OrderForms.FORM, again), meanwhile);
    }

    /// The version that a form carries; none when it carries no number.
    static int version(Form form) {
        String typed = form.value("version");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private ModelAndView page(Beginning beginning, Form form) {
        var page = FormPage.titled(
                        words.the("marac.order.new"),
                        "/orders/new/" + beginning.referral(),
                        words.the("marac.order.new.do"))
                .above(beginning.reference())
                .text(words.the("marac.order.new.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .back("/referrals/" + beginning.referral(), beginning.reference());
        if (!beginning.harmers().isEmpty()) {
            page.ask(Control.CHECKBOXES, forms.persons(form, "binds", beginning.harmers()));
        }
        if (!beginning.others().isEmpty()) {
            page.ask(Control.CHECKBOXES, forms.persons(form, "protects", beginning.others()));
        }
        forms.ask(page, form, beginning.types());
        forms.askWhetherSo(page, form);
        return page.made().shown();
    }

    private ModelAndView page(Viewer viewer, ProtectiveOrder order, OrderStep what, Form form, List<String> meanwhile) {
        String path = what == OrderStep.RENEWED ? "/renew" : "/correct";
        var page = FormPage.titled(
                        words.the("marac.order.change." + what),
                        "/orders/" + order.id() + path,
                        words.the("marac.order.change.do"))
                .above(order.reference())
                .text(words.the("marac.order.change.text"))
                .hidden("id", form.value("id"))
                .hidden("version", form.value("version"))
                .changed(meanwhile)
                .problems(form.problems())
                .back("/orders/" + order.id(), words.the("marac.order.back"));
        forms.ask(page, form, keeping.types(viewer));
        page.ask(Control.LINES, form.text("reason"));
        forms.askWhetherSo(page, form);
        return page.made().shown();
    }

    private UUID newId() {
        return Identity.at(clock.instant());
    }
}
