package org.witan.support.web;

import java.util.UUID;
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
import org.witan.site.Form;
import org.witan.support.ConfirmingContact;
import org.witan.support.Job;
import org.witan.support.MakingHomesSafe;

/// Going to a home may not be safe: whoever is to do a job there stops that, and all contact with whoever lives there.
@Controller
class JobAlarmController {
    private static final String FORM = "support.job.alarm";
    private final MakingHomesSafe homes;
    private final ConfirmingContact contact;
    private final AlarmForm alarms;

    JobAlarmController(MakingHomesSafe homes, ConfirmingContact contact, AlarmForm alarms) {
        this.homes = homes;
        this.contact = contact;
        this.alarms = alarms;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/jobs/{id}/unsafe")
    ModelAndView notice(Viewer viewer, @PathVariable UUID id) {
        return page(toBeDone(viewer, id), alarms.blank(FORM));
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @PostMapping("/support/jobs/{id}/unsafe")
    ModelAndView noticed(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Job job = toBeDone(viewer, id);
        var form = alarms.sent(FORM, sent);
        var noticed = alarms.read(form);
        if (noticed == null) {
            return page(job, form);
        }
        contact.raiseAtJob(viewer, noticed.id(), id, noticed.words());
        return new ModelAndView("redirect:/support/jobs/" + id);
    }

    /// At a job that is done nobody goes there for it any more.
    private Job toBeDone(Viewer viewer, UUID id) {
        Job job = homes.job(viewer, id);
        if (job.isDone()) {
            throw new Absent();
        }
        return job;
    }

    private ModelAndView page(Job job, Form form) {
        String here = "/support/jobs/" + job.id();
        return alarms.page(here, FORM, form)
                .above(job.reference())
                .back(here, job.reference())
                .made()
                .shown();
    }
}
