package org.witan.comparison;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Caller;
import org.witan.access.OpenToEveryone;
import org.witan.access.Viewer;
import org.witan.site.file.Format;
import org.witan.statistics.BadInput;
import org.witan.statistics.comparison.Figure;

/// The comparison page and its files. All state is in the address.
@Controller
class CompareController {
    private final ComparePages pages;
    private final FigureSheets sheets;
    private final Answers answers;
    private final Exactness exactness;

    CompareController(ComparePages pages, FigureSheets sheets, Answers answers, Exactness exactness) {
        this.pages = pages;
        this.sheets = sheets;
        this.answers = answers;
        this.exactness = exactness;
    }

    @OpenToEveryone
    @GetMapping("/")
    String home(Caller caller) {
        return caller.account() == null ? "redirect:/compare" : "redirect:/work";
    }

    @OpenToEveryone
    @GetMapping("/compare")
    ModelAndView compare(@RequestParam Map<String, String> parameters, Optional<Viewer> viewer) {
        return shown(pages.page(exactness.typed(parameters, viewer)));
    }

    static ModelAndView shown(ComparePage page) {
        var view = new ModelAndView("comparison/compare", "page", page);
        view.setStatus(page.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @OpenToEveryone
    @GetMapping("/compare.csv")
    Object csv(@RequestParam Map<String, String> parameters, Optional<Viewer> viewer) {
        return file(exactness.typed(parameters, viewer), Format.CSV);
    }

    @OpenToEveryone
    @GetMapping("/compare.xlsx")
    Object xlsx(@RequestParam Map<String, String> parameters, Optional<Viewer> viewer) {
        return file(exactness.typed(parameters, viewer), Format.XLSX);
    }

    @OpenToEveryone
    @GetMapping("/compare.ods")
    Object ods(@RequestParam Map<String, String> parameters, Optional<Viewer> viewer) {
        return file(exactness.typed(parameters, viewer), Format.ODS);
    }

    /// A file leaves the partnership unless somebody says that it does not.
    private Object file(Typed typed, Format format) {
        var asked = typed.with(Typed.AUDIENCE, typed.the(Typed.AUDIENCE, "public"));
        var question = pages.findQuestion(asked);
        if (question == null) {
            return shown(pages.page(asked.asked() ? asked : asked.with(Typed.OFFENCES, "-")));
        }
        try {
            return attachment(answers.answer(question), format);
        } catch (BadInput _) {
            return shown(pages.page(asked));
        }
    }

    private ResponseEntity<byte[]> attachment(Figure figure, Format format) {
        String name = "witan-%s-%s-%s"
                .formatted(
                        figure.definition().set(),
                        figure.question().area(),
                        figure.question().period().notation());
        return format.attached(name.replaceAll("[^A-Za-z0-9.-]", "-"), sheets.of(figure));
    }
}
