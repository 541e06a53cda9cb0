package org.witan.marac.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.ReadingReferrals;

/// Shows a referral.
@Controller
class ReferralsController {
    private final ReadingReferrals reading;
    private final ReferralPages pages;

    ReferralsController(ReadingReferrals reading, ReferralPages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    @OpenToReaders
    @GetMapping("/referrals/{id}")
    ModelAndView referral(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("marac/referral", "page", pages.page(viewer, reading.read(viewer, id)));
    }
}
