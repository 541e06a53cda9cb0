package org.witan.priorities.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.meeting.KeepingBoards;
import org.witan.priorities.Problem;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// What the forms of a problem share.
@Component
class ProblemForms {
    private final KeepingBoards boards;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    ProblemForms(KeepingBoards boards, Wording words, Days days, Clock clock) {
        this.boards = boards;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    /// A form about a problem, which leads back to its sheet.
    FormPage.Making begun(Problem problem, String what, String path) {
        return FormPage.titled(
                        words.the("priorities." + what + ".title"),
                        "/priorities/problems/" + problem.id() + path,
                        words.the("priorities." + what + ".do"))
                .above(problem.title())
                .back("/priorities/problems/" + problem.id(), words.the("priorities.sheet.back"));
    }

    static ModelAndView back(UUID problem) {
        return new ModelAndView("redirect:/priorities/problems/" + problem);
    }

    /// What a form knows that makes something new: its id, so that a second click makes no second one.
    Map<String, List<String>> fresh() {
        var known = new HashMap<String, List<String>>();
        known.put("id", List.of(Identity.at(clock.instant()).toString()));
        return known;
    }

    /// The form that was sent, as if it had been begun with what is there now.
    Form again(MultiValueMap<String, String> sent, String prefix, int version) {
        var all = new HashMap<>(Map.copyOf(sent));
        all.put("version", List.of(String.valueOf(version)));
        return Form.sent(words, prefix, all);
    }

    /// The agency that was chosen; null, and said on the form, when there is none.
    @Nullable
    UUID agency(Viewer viewer, Form form) {
        @Nullable UUID chosen = Ids.read(form.value("agency"));
        boolean known = chosen != null
                && boards.agencies(viewer).stream().anyMatch(one -> one.id().equals(chosen));
        if (!known) {
            form.reject("agency", "missing");
            return null;
        }
        return chosen;
    }

    List<Field.Choice> agencies(Viewer viewer) {
        return boards.agencies(viewer).stream()
                .map(one -> new Field.Choice(one.id().toString(), one.name()))
                .toList();
    }

    /// A day from today on; null, and said on the form, when there is none.
    @Nullable
    LocalDate comingDay(Form form, String field) {
        LocalDate day = Days.read(form.value(field)).orElse(null);
        if (day == null || day.isBefore(days.today())) {
            form.reject(field, "missing");
            return null;
        }
        return day;
    }
}
