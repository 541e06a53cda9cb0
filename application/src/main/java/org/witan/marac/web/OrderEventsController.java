package org.witan.marac.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.witan.marac.protection.KeepingOrders.Change;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.marac.protection.RecordingBreaches;
import org.witan.marac.protection.RecordingBreaches.Told;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// What happens to an order: it ends, somebody breaks it, and a breach that was wrong is struck.
@Controller
class OrderEventsController {
    private static final String BREACH = "marac.breach";
    private final KeepingOrders keeping;
    private final RecordingBreaches breaches;
    private final OrderForms forms;
    private final OrderPages pages;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    OrderEventsController(
            KeepingOrders keeping,
            RecordingBreaches breaches,
            OrderForms forms,
            OrderPages pages,
            Wording words,
            Days days,
            Clock clock) {
        this.keeping = keeping;
        this.breaches = breaches;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenToOrderWriters
    @GetMapping("/orders/{id}/end")
    ModelAndView ending(Viewer viewer, @PathVariable UUID id) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var known = fresh();
        known.put("version", List.of(String.valueOf(order.now().version())));
        return endPage(order, Form.blank(words, OrderForms.FORM, known), List.of());
    }

    @OpenToOrderWriters
    @PostMapping("/orders/{id}/end")
    ModelAndView ended(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var form = Form.sent(words, OrderForms.FORM, Map.copyOf(sent));
        OrderStep what = form.oneOf("how", OrderStep.class);
        @Nullable LocalDate day = forms.pastDay(form, "day");
        if (day != null
                && what != OrderStep.IN_ERROR
                && day.isBefore(order.now().terms().startsOn())) {
            form.reject("day", "before");
        }
        String reason = OrderForms.reason(form);
        UUID term = Ids.read(form.value("id"));
        if (what == null || !what.ends() || day == null || term == null || !form.usable()) {
            return endPage(order, form, List.of());
        }
        int version = OrderWritingController.version(form);
        var change = new Change(what, order.now().terms(), day, reason);
        return keeping.change(viewer, id, term, version, change)
                ? new ModelAndView("redirect:/orders/" + id)
                : staleEnd(viewer, id, Map.copyOf(sent), version);
    }

    private ModelAndView staleEnd(Viewer viewer, UUID id, Map<String, List<String>> sent, int version) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var again = new HashMap<>(sent);
        again.put("version", List.of(String.valueOf(order.now().version())));
        return endPage(
                order,
                Form.sent(words, OrderForms.FORM, again),
                order.terms().stream()
                        .filter(term -> term.version() > version)
                        .map(pages::history)
                        .toList());
    }

    @OpenToOrderWriters
    @GetMapping("/orders/{id}/breach")
    ModelAndView breach(Viewer viewer, @PathVariable UUID id) {
        return breachPage(keeping.open(viewer, id), Form.blank(words, BREACH, fresh()));
    }

    @OpenToOrderWriters
    @PostMapping("/orders/{id}/breach")
    ModelAndView breached(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var form = Form.sent(words, BREACH, Map.copyOf(sent));
        @Nullable LocalDate day = forms.pastDay(form, "day");
        form.required("words");
        String text = form.within("words", 5_000);
        String reported = form.within("reported", 200);
        UUID breach = Ids.read(form.value("id"));
        if (day == null || breach == null || !form.usable()) {
            return breachPage(order, form);
        }
        breaches.write(viewer, breach, id, new Told(day, text, reported));
        return new ModelAndView("redirect:/orders/" + id);
    }

    @OpenToOrderWriters
    @GetMapping("/orders/{id}/breaches/{breach}/strike")
    ModelAndView striking(Viewer viewer, @PathVariable UUID id, @PathVariable UUID breach) {
        return strikePage(keeping.open(viewer, id), breach, Form.blank(words, BREACH, Map.of()));
    }

    @OpenToOrderWriters
    @PostMapping("/orders/{id}/breaches/{breach}/strike")
    ModelAndView struck(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID breach,
            @RequestParam MultiValueMap<String, String> sent) {
        ProtectiveOrder order = keeping.open(viewer, id);
        var form = Form.sent(words, BREACH, Map.copyOf(sent));
        String reason = OrderForms.reason(form);
        if (!form.usable()) {
            return strikePage(order, breach, form);
        }
        breaches.strike(viewer, id, breach, reason);
        return new ModelAndView("redirect:/orders/" + id);
    }

    private Map<String, List<String>> fresh() {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        known.put("day", List.of(Days.typed(days.today())));
        return known;
    }

    private ModelAndView endPage(ProtectiveOrder order, Form form, List<String> meanwhile) {
        return begun(order, "marac.order.end", "/end")
                .text(pages.line(order).state())
                .hidden("id", form.value("id"))
                .hidden("version", form.value("version"))
                .changed(meanwhile)
                .problems(form.problems())
                .ask(Control.RADIOS, form.field("how", hows()))
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.LINES, form.text("reason"))
                .made()
                .shown();
    }

    private List<Field.Choice> hows() {
        return Stream.of(OrderStep.values())
                .filter(OrderStep::ends)
                .map(one -> new Field.Choice(
                        one.name(),
                        words.the("marac.order.how." + one),
                        words.find("marac.order.how." + one + ".hint")))
                .toList();
    }

    private ModelAndView breachPage(ProtectiveOrder order, Form form) {
        return begun(order, "marac.breach.new", "/breach")
                .text(words.the("marac.breach.new.text"))
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.LINES, form.text("words"))
                .ask(Control.TEXT, form.text("reported"))
                .made()
                .shown();
    }

    private ModelAndView strikePage(ProtectiveOrder order, UUID breach, Form form) {
        return begun(order, "marac.breach.strike", "/breaches/" + breach + "/strike")
                .text(words.the("marac.breach.strike.text"))
                .problems(form.problems())
                .ask(Control.LINES, form.text("reason"))
                .made()
                .shown();
    }

    private FormPage.Making begun(ProtectiveOrder order, String key, String path) {
        return FormPage.titled(words.the(key), "/orders/" + order.id() + path, words.the(key + ".do"))
                .above(order.reference() + ", " + pages.line(order).type())
                .back("/orders/" + order.id(), words.the("marac.order.back"));
    }
}
