package org.witan.marac.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.MeasuringPerformance;
import org.witan.site.Days;

/// How the conferences worked, for whoever runs and leads them.
@Controller
class PerformanceController {
    private final MeasuringPerformance measuring;
    private final PerformancePages pages;
    private final Days days;

    PerformanceController(MeasuringPerformance measuring, PerformancePages pages, Days days) {
        this.measuring = measuring;
        this.pages = pages;
        this.days = days;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @GetMapping("/performance")
    ModelAndView page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        LocalDate last = Days.read(until == null ? "" : until).orElse(days.today());
        LocalDate first =
                Days.read(from == null ? "" : from).orElse(last.minusYears(1).plusDays(1));
        return new ModelAndView("marac/performance", "page", pages.page(measuring.read(viewer, first, last)));
    }
}
