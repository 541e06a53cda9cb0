package org.witan.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.OpenToEveryone;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.statistics.BadInput;

/// Figures kept for publication.
@Controller
class FiguresController {
    private final FigurePages pages;
    private final KeptFigures figures;
    private final Keeping keeping;
    private final ComparePages compare;
    private final Exactness exactness;

    FiguresController(
            FigurePages pages, KeptFigures figures, Keeping keeping, ComparePages compare, Exactness exactness) {
        this.pages = pages;
        this.figures = figures;
        this.keeping = keeping;
        this.compare = compare;
        this.exactness = exactness;
    }

    @OpenToEveryone
    @GetMapping("/figures")
    String list(Model model, Optional<Viewer> viewer) {
        model.addAttribute("page", pages.list(exactness.isFor(viewer, "kept figures")));
        return "comparison/figures";
    }

    @OpenToEveryone
    @GetMapping("/figures/{id}")
    String figure(@PathVariable String id, Model model, Optional<Viewer> viewer) {
        KeptFigure kept = figures.find(uuid(id))
                .filter(found -> FigurePages.isPublic(found) || exactness.isFor(viewer, "kept figure " + found.id()))
                .orElseThrow(FiguresController::notFound);
        model.addAttribute("page", pages.page(kept));
        return "comparison/figure";
    }

    @OpenTo({Role.ANALYST, Role.TASKING_MEMBER, Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR})
    @PostMapping("/figures")
    ModelAndView keep(@RequestParam Map<String, String> parameters, Viewer viewer) {
        var typed = exactness.typed(parameters, Optional.of(viewer));
        var question = compare.findQuestion(typed);
        if (question == null) {
            return CompareController.shown(compare.page(typed.asked() ? typed : typed.with(Typed.OFFENCES, "-")));
        }
        try {
            return new ModelAndView("redirect:/figures/" + keeping.keep(question));
        } catch (BadInput _) {
            return CompareController.shown(compare.page(typed));
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
