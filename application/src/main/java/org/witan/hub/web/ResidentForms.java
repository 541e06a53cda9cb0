package org.witan.hub.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.witan.hub.Need;
import org.witan.hub.ResidentReferral;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Wording;

/// The fields of a referral to the hub: read, checked, and said once more.
@Component
class ResidentForms {
    static final String FORM = "hub.refer";
    static final List<String> FIELDS = List.of(
            "given",
            "family",
            "born",
            "contact",
            "lines",
            "postcode",
            "children",
            "needs",
            "concerns",
            "tried",
            "consent",
            "without",
            "urgent");
    private static final int CHILDREN = 12;
    private final Wording words;
    private final Days days;

    ResidentForms(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// The needs to choose from.
    List<Field.Choice> choices(List<Need> needs) {
        return needs.stream()
                .map(need -> new Field.Choice(need.code(), need.words(), words.find("hub.need." + need.code())))
                .toList();
    }

    /// What was typed in a field, as whoever checks it reads it.
    String said(Form form, String field, List<Need> needs) {
        String value = switch (field) {
            case "needs" ->
                String.join(
                        "\n",
                        needs.stream()
                                .filter(need -> form.values("needs").contains(need.code()))
                                .map(Need::words)
                                .toList());
            case "consent" ->
                form.value("consent").isEmpty() ? "" : words.the("hub.refer.consent." + form.value("consent"));
            default -> form.value(field);
        };
        return value.isEmpty() ? words.the("hub.refer.nothing") : value;
    }

    /// Reads what was typed; what is missing or cannot be used is rejected at its field.
    ResidentReferral read(Form form, List<Need> needs) {
        String given = form.within("given", 100);
        String family = Typed.text(form, "family", 100);
        LocalDate born = Typed.day(form, "born");
        if (born != null && born.isAfter(days.today())) {
            form.reject("born", "ahead");
        } else if (born != null && born.isBefore(LocalDate.of(1900, 1, 1))) {
            form.reject("born", "not-a-day");
        } else if (born != null && ResidentReferral.isChild(born, days.today())) {
            form.reject("born", "child");
        }
        List<String> chosen = needs.stream()
                .map(Need::code)
                .filter(form.values("needs")::contains)
                .toList();
        if (chosen.isEmpty()) {
            form.reject("needs", "missing");
        }
        boolean consent = Typed.yes(form, "consent");
        if (!consent && !form.value("consent").equals("NO")) {
            form.reject("consent", "missing");
        }
        String without = form.within("without", 2_000);
        if (form.value("consent").equals("NO") && without.isEmpty()) {
            form.reject("without", "missing");
        }
        return new ResidentReferral(
                given,
                family,
                born == null ? LocalDate.MIN : born,
                form.within("contact", 500),
                form.within("lines", 300),
                form.within("postcode", 10).toUpperCase(Locale.UK),
                children(form),
                chosen,
                Typed.text(form, "concerns", 10_000),
                Typed.text(form, "tried", 10_000),
                consent,
                consent ? "" : without,
                form.within("urgent", 2_000));
    }

    /// One child a line: a name, and after a comma when they were born.
    private static List<ResidentReferral.Child> children(Form form) {
        var all = new ArrayList<ResidentReferral.Child>();
        for (String line : form.value("children").lines().toList()) {
            int comma = line.lastIndexOf(',');
            String name = (comma < 0 ? line : line.substring(0, comma)).strip();
            String born = comma < 0 ? "" : line.substring(comma + 1).strip();
            if (!name.isEmpty()) {
                all.add(new ResidentReferral.Child(name, born));
            }
        }
        if (all.size() > CHILDREN
                || all.stream()
                        .anyMatch(child ->
                                child.name().length() > 150 || child.born().length() > 40)) {
            form.reject("children", "long", CHILDREN);
            return List.of();
        }
        return all;
    }
}
