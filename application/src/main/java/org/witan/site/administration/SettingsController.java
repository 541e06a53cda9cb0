package org.witan.site.administration;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.directory.Change;
import org.witan.access.directory.KeepingSettings;
import org.witan.access.directory.Rules;
import org.witan.access.directory.Setting;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Where an administrator sees what the partnership decided for itself, and decides anew.
@Controller
class SettingsController {
    private static final String FORM = "administration.setting";
    private static final String SETTINGS = "/administration/settings";
    private static final int LONGEST_REASON = 500;
    private final KeepingSettings settings;
    private final Wording words;
    private final Changes changes;

    SettingsController(KeepingSettings settings, Wording words, Changes changes) {
        this.settings = settings;
        this.words = words;
        this.changes = changes;
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping(SETTINGS)
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "page",
                new Settings(settings.list(viewer).stream().map(this::row).toList()));
        return "administration/settings";
    }

    private Row row(Setting setting) {
        var bound = setting.bound();
        return new Row(
                bound == null ? setting.name() : bound.words(),
                value(setting),
                Days.words(setting.since()),
                setting.setBy() == null ? words.the("administration.setting.shipped") : setting.setBy(),
                setting.reason(),
                bound == null ? null : SETTINGS + "/" + setting.name());
    }

    private static String value(Setting setting) {
        var bound = setting.bound();
        return bound == null ? setting.value() : setting.value() + " " + bound.unit();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @GetMapping(SETTINGS + "/{name}")
    ModelAndView open(Viewer viewer, @PathVariable String name) {
        List<Setting> history = settings.history(viewer, name);
        var known = Map.of("value", List.of(history.getFirst().value()));
        return page(history, Form.blank(words, FORM, known), false).shown();
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping(SETTINGS + "/{name}")
    ModelAndView change(Viewer viewer, @PathVariable String name, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, sent);
        List<Setting> history = settings.history(viewer, name);
        OptionalInt value = number(form, bound(history));
        String reason = Typing.text(form, "reason", LONGEST_REASON);
        if (!form.usable()) {
            return page(history, form, false).shown();
        }
        try {
            settings.change(viewer, new Setting.New(name, value.orElseThrow(), reason, since(form)));
            return new ModelAndView("redirect:" + SETTINGS);
        } catch (Refused refused) {
            if (!refused.reason().equals(Rules.STALE)) {
                throw refused;
            }
            return page(settings.history(viewer, name), form, true).shown();
        }
    }

    private static OptionalInt number(Form form, Setting.Bound bound) {
        String typed = form.required("value");
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!typed.matches("[0-9]{1,6}") || !bound.admits(Integer.parseInt(typed))) {
            form.reject("value", "bounds", bound.least(), bound.most(), bound.unit());
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(typed));
    }

    private static Instant since(Form form) {
        try {
            return Instant.parse(form.value("since"));
        } catch (DateTimeParseException _) {
            throw Typing.unusable();
        }
    }

    private static Setting.Bound bound(List<Setting> history) {
        Setting.@Nullable Bound bound = history.getFirst().bound();
        if (bound == null) {
            throw new Absent();
        }
        return bound;
    }

    private FormPage page(List<Setting> history, Form form, boolean stale) {
        Setting now = history.getFirst();
        Setting.Bound bound = bound(history);
        var change = new Change(now.since(), now.setBy());
        return FormPage.titled(bound.words(), SETTINGS + "/" + now.name(), words.the("administration.setting.button"))
                .above(words.the("administration.settings"))
                .text(words.the("administration.setting.bounds", bound.least(), bound.most(), bound.unit()))
                .text(bound.because())
                .text(words.the("administration.setting.history"))
                .list(history.stream().map(this::line).toList())
                .changed(stale ? changes.words(change, List.of(value(now), now.reason())) : List.of())
                .problems(form.problems())
                .hidden("since", stale || form.problems().isEmpty() ? now.since() : form.value("since"))
                .ask(Control.TEXT, form.text("value"))
                .ask(Control.LINES, form.text("reason"))
                .back(SETTINGS, words.the("site.cancel"))
                .made();
    }

    private String line(Setting setting) {
        return words.the(
                "administration.setting.was",
                value(setting),
                Days.words(setting.since()),
                setting.setBy() == null ? words.the("administration.setting.shipped") : setting.setBy(),
                setting.reason());
    }

    record Settings(List<Row> rows) {}

    /// @param edit where it is changed; null when it cannot be changed here
    record Row(
            String words,
            String value,
            String since,
            String by,
            String reason,
            @Nullable String edit) {}
}
