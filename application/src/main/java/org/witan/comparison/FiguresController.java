package org.witan.comparison;

import java.util.Map;
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
import org.witan.access.OpenToEveryone;
import org.witan.statistics.BadInput;

/// Figures kept for publication.
@Controller
class FiguresController {
    private final FigurePages pages;
    private final KeptFigures figures;
    private final Keeping keeping;
    private final ComparePages compare;

    FiguresController(FigurePages pages, KeptFigures figures, Keeping keeping, ComparePages compare) {
        this.pages = pages;
        this.figures = figures;
        this.keeping = keeping;
        this.compare = compare;
    }

    @OpenToEveryone
    @GetMapping("/figures")
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "comparison/figures";
    }

    @OpenToEveryone
    @GetMapping("/figures/{id}")
    String figure(@PathVariable String id, Model model) {
        KeptFigure kept = figures.find(uuid(id)).orElseThrow(FiguresController::notFound);
        model.addAttribute("page", pages.page(kept));
        return "comparison/figure";
    }

    @OpenToEveryone
    @PostMapping("/figures")
    ModelAndView keep(@RequestParam Map<String, String> parameters) {
        var typed = Typed.from(parameters);
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
