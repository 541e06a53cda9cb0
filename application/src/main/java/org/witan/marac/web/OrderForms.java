package org.witan.marac.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.OrderType;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// The fields of a protective order: asked, read, and doubted where dates look wrong.
@Component
class OrderForms {
    static final String FORM = "marac.order";
    private static final String YES = "YES";
    private static final int CONDITIONS = 10_000;
    private static final int LINE = 200;
    private static final int REASON = 2_000;
    private final OrderPages pages;
    private final Wording words;
    private final Days days;

    OrderForms(OrderPages pages, Wording words, Days days) {
        this.pages = pages;
        this.words = words;
        this.days = days;
    }

    /// What is asked of an order.
    void ask(FormPage.Making page, Form form, List<OrderType> types) {
        page.ask(
                        Control.RADIOS,
                        form.field("type", types.stream().map(this::choice).toList()))
                .ask(Control.TEXT, form.text("issuer"))
                .ask(Control.TEXT, form.text("made"))
                .ask(Control.TEXT, form.text("served"))
                .ask(Control.TEXT, form.text("starts"))
                .ask(Control.TEXT, form.text("ends"))
                .ask(Control.CHECKBOXES, form.field("further", yes("marac.order.further.yes")))
                .ask(Control.LINES, form.text("conditions"));
    }

    /// Asks whether it is so, when something of it is doubted.
    void askWhetherSo(FormPage.Making page, Form form) {
        if (form.problems().stream().anyMatch(one -> one.field().equals("sure"))) {
            page.ask(Control.CHECKBOXES, form.field("sure", yes("marac.order.sure.yes")));
        }
    }

    /// Boxes for persons.
    Field persons(Form form, String field, List<SourceRecord> all) {
        return form.field(
                field,
                all.stream()
                        .map(one -> new Field.Choice(
                                one.id().toString(),
                                pages.name(one.name()),
                                words.the("people.standing." + one.standing())))
                        .toList());
    }

    /// The persons whose boxes are ticked; rejected as `missing` when there are some and none is ticked.
    List<UUID> persons(Form form, String field, boolean any) {
        List<UUID> all = form.values(field).stream()
                .flatMap(value -> Stream.ofNullable(Ids.read(value)))
                .toList();
        if (any && all.isEmpty()) {
            form.reject(field, "missing");
        }
        return all;
    }

    /// What was typed; null when something of it cannot be used.
    @Nullable
    OrderTerms read(Form form, List<OrderType> types) {
        @Nullable
        OrderType type = types.stream()
                .filter(one -> one.code().equals(form.value("type")))
                .findFirst()
                .orElse(null);
        if (type == null) {
            form.reject("type", "missing");
        }
        String issuer = form.within("issuer", LINE);
        @Nullable LocalDate made = past(form, "made");
        @Nullable LocalDate served = past(form, "served");
        @Nullable LocalDate starts = day(form, "starts");
        if (starts == null && form.value("starts").isEmpty()) {
            form.reject("starts", "missing");
        }
        boolean further = form.values("further").contains(YES);
        @Nullable LocalDate ends = ends(form, starts, further);
        String conditions = form.within("conditions", CONDITIONS);
        return type == null || starts == null || !form.usable()
                ? null
                : doubted(form, new OrderTerms(type, issuer, made, served, starts, ends, conditions));
    }

    /// A reason that must be there.
    static String reason(Form form) {
        form.required("reason");
        return form.within("reason", REASON);
    }

    private @Nullable OrderTerms doubted(Form form, OrderTerms terms) {
        List<OrderTerms.Doubt> doubts = terms.doubts(days.today());
        if (!doubts.isEmpty() && !form.values("sure").contains(YES)) {
            doubts.forEach(doubt -> form.reject("sure", "doubt." + doubt));
            return null;
        }
        return terms;
    }

    private static @Nullable LocalDate ends(Form form, @Nullable LocalDate starts, boolean further) {
        @Nullable LocalDate ends = day(form, "ends");
        if (ends == null && form.value("ends").isEmpty() && !further) {
            form.reject("ends", "missing");
        }
        if (further && !form.value("ends").isEmpty()) {
            form.reject("ends", "both");
        }
        if (ends != null && starts != null && ends.isBefore(starts)) {
            form.reject("ends", "before");
        }
        return ends;
    }

    private @Nullable LocalDate past(Form form, String field) {
        @Nullable LocalDate day = day(form, field);
        if (day != null && day.isAfter(days.today())) {
            form.reject(field, "ahead");
        }
        return day;
    }

    /// A day that must not be to come, and must be there.
    @Nullable
    LocalDate pastDay(Form form, String field) {
        if (form.value(field).isEmpty()) {
            form.reject(field, "missing");
        }
        return past(form, field);
    }

    private static @Nullable LocalDate day(Form form, String field) {
        String typed = form.value(field);
        @Nullable LocalDate day = typed.isEmpty() ? null : Days.read(typed).orElse(null);
        if (!typed.isEmpty() && day == null) {
            form.reject(field, "not-a-day");
        }
        return day;
    }

    /// What an order says, as it is typed.
    static Map<String, List<String>> typed(OrderTerms terms) {
        var all = new HashMap<String, List<String>>();
        all.put("type", List.of(terms.type().code()));
        all.put("issuer", List.of(terms.issuer()));
        all.put("made", typed(terms.madeOn()));
        all.put("served", typed(terms.servedOn()));
        all.put("starts", typed(terms.startsOn()));
        all.put("ends", typed(terms.endsOn()));
        all.put("further", terms.endsOn() == null ? List.of(YES) : List.of());
        all.put("conditions", List.of(terms.conditions()));
        return all;
    }

    private static List<String> typed(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(Days.typed(day));
    }

    private Field.Choice choice(OrderType type) {
        return new Field.Choice(type.code(), type.words(), String.join(" ", pages.kind(type)));
    }

    private List<Field.Choice> yes(String key) {
        return List.of(new Field.Choice(YES, words.the(key)));
    }
}
