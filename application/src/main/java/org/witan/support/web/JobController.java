package org.witan.support.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.Job;
import org.witan.support.Job.What;
import org.witan.support.MakingHomesSafe;

/// A job: where, what and when for whoever does it, and what came of it.
@Controller
class JobController {
    private static final String FORM = "support.job";
    private final MakingHomesSafe homes;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    JobController(MakingHomesSafe homes, Wording words, Days days, Clock clock) {
        this.homes = homes;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/jobs/{id}")
    ModelAndView job(Viewer viewer, @PathVariable UUID id) {
        Job job = homes.job(viewer, id);
        boolean does = job.isOwn() && !job.isToCheck();
        return new ModelAndView(
                "support/job",
                "page",
                new JobPage(
                        line(words, job),
                        job.address(),
                        job.access(),
                        job.items(),
                        Stream.of(What.values())
                                .filter(what -> what == What.CHECKED ? job.isToCheck() && !job.isOwn() : does)
                                .map(Enum::name)
                                .toList(),
                        job.steps().stream().map(this::step).toList()));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/jobs/{id}/steps/{what}")
    ModelAndView ask(Viewer viewer, @PathVariable UUID id, @PathVariable String what) {
        Job job = homes.job(viewer, id);
        var known = Map.of(
                "id", List.of(Identity.at(clock.instant()).toString()), "day", List.of(Days.typed(days.today())));
        return page(job, what(what), Form.blank(words, FORM, known));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/jobs/{id}/steps/{what}")
    ModelAndView say(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> sent) {
        Job job = homes.job(viewer, id);
        What step = what(what);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable LocalDate day = StepForms.past(form, days.today());
        if (step == What.NOT_DONE) {
            form.required("words");
        }
        String text = form.within("words", 1_000);
        @Nullable UUID made = Ids.read(form.value("id"));
        if (day == null || made == null || !form.usable()) {
            return page(job, step, form);
        }
        homes.say(viewer, made, id, step, day, text);
        return new ModelAndView("redirect:/support/jobs/" + id);
    }

    private static What what(String typed) {
        return Stream.of(What.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private ModelAndView page(Job job, What what, Form form) {
        String here = "/support/jobs/" + job.id();
        return FormPage.titled(
                        words.the("support.job.say." + what),
                        here + "/steps/" + what.name().toLowerCase(Locale.ROOT),
                        words.the("support.said.do"))
                .above(job.reference())
                .hidden("id", form.value("id"))
                .problems(form.problems())
                .ask(Control.TEXT, form.text("day"))
                .ask(Control.LINES, form.text("words"))
                .back(here, words.the("support.job.back"))
                .made()
                .shown();
    }

    private String step(Job.Said said) {
        String line = words.the(
                "support.job.step",
                Days.words(said.onDay()),
                words.the("support.job.what." + said.what()),
                said.agency());
        return said.words().isEmpty() ? line : line + " · " + said.words();
    }

    /// A job in a list.
    static JobLine line(Wording words, Job job) {
        return new JobLine(
                job.id(),
                job.reference(),
                String.join(", ", job.items()),
                words.the("support.job.asked", job.contractor(), Days.words(job.askedAt())),
                job.isOpen()
                        ? words.the("support.job.open")
                        : words.the(
                                "support.job.state",
                                words.the("support.job.what."
                                        + job.steps().getLast().what()),
                                Days.words(job.steps().getLast().onDay())));
    }

    /// A job in a list.
    record JobLine(UUID id, String reference, String items, String asked, String state) {}

    /// A job.
    record JobPage(
            JobLine job, String address, String access, List<String> items, List<String> next, List<String> history) {}
}
