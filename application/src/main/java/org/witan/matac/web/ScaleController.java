package org.witan.matac.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.matac.OpeningScales;

/// How anybody is ranked: the scale with every version, also as a file. No person is in it.
@Controller
class ScaleController {
    private final OpeningScales opening;
    private final ScalePages pages;

    ScaleController(OpeningScales opening, ScalePages pages) {
        this.opening = opening;
        this.pages = pages;
    }

    @OpenToMatac
    @GetMapping("/matac/scale")
    ModelAndView open(Viewer viewer) {
        return new ModelAndView("matac/scale", "page", pages.page(opening.open(viewer, Verb.READ)));
    }

    @OpenToMatac
    @GetMapping("/matac/scale.csv")
    ResponseEntity<byte[]> file(Viewer viewer) {
        return pages.file(opening.open(viewer, Verb.EXPORT));
    }
}
