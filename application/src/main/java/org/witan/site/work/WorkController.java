package org.witan.site.work;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.witan.access.OpenTo;
import org.witan.access.Viewer;

/// The home page of whoever has signed in.
@Controller
class WorkController {
    private final YourWork work;
    private final WorkPage.Making pages;

    WorkController(YourWork work, WorkPage.Making pages) {
        this.work = work;
        this.pages = pages;
    }

    @OpenTo
    @GetMapping("/work")
    String work(Viewer viewer, Model model) {
        model.addAttribute("page", pages.page(work.of(viewer)));
        return "work/work";
    }
}
