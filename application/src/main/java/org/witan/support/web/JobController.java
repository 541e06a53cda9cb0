package org.witan.support.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.support.Job;
import org.witan.support.Job.What;
import org.witan.support.MakingHomesSafe;

/// A job: where, what and when for whoever does it, and what came of it.
@Controller
class JobController {
    private static final String FORM = "support.job";
    private final MakingHomesSafe homes;
    private final JobWords lines;
    private final SupportFile file;
    private final Wording words;
    private final Days days;
    private final Clock clock;

    JobController(MakingHomesSafe homes, JobWords lines, SupportFile file, Wording words, Days days, Clock clock) {
        this.homes = homes;
        this.lines = lines;
        this.file = file;
        this.words = words;
        this.days = days;
        this.clock = clock;
    }

    /// What the agency of whoever looks does at addresses for others. The addresses stay where they are.
    @ProvenPresence
    @OpenTo(Role.SUPPORT_WORKER)
    @GetMapping("/support/jobs.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return file.of(
                "support-jobs",
                "support.jobs.file",
                List.of("reference", "items", "asker", "asked", "state", "stopped"),
                homes.jobs(viewer, Verb.EXPORT).stream()
                        .map(one -> List.of(
                                Sheet.words(one.reference()),
                                Sheet.words(String.join(", ", one.items())),
                                Sheet.words(one.asker()),
                                Sheet.words(Days.words(one.askedAt())),
                                Sheet.words(lines.state(one)),
                                Sheet.words(lines.line(one).stopped())))
                        .toList());
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
                        lines.line(job),
                        job.address(),
                        job.access(),
                        job.items(),
                        Stream.of(What.values())
                                .filter(what -> what == What.CHECKED ? job.isToCheck() && !job.isOwn() : does)
                                .map(Enum::name)
                                .toList(),
                        job.stoppedAt() == null && !job.isDone(),
                        job.steps().stream().map(lines::step).toList()));
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
        try {
            homes.say(viewer, made, id, step, day, text);
        } catch (Refused refused) {
            StepForms.refuse(form, "day", refused);
            return page(job, step, form);
        }
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

    /// A job.
    ///
    /// @param alarms whether it can be said that going there may not be safe
    record JobPage(
            JobWords.JobLine job,
            String address,
            String access,
            List<String> items,
            List<String> next,
            boolean alarms,
            List<String> history) {}
}
